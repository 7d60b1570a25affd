using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Host.Backtest;

/// <summary>A set of rules with what makes their signals: the partners and the grounds of today, for a ground that was not there yet in the past says nothing of the rule.</summary>
internal sealed class RulesUnderTest
{
    private readonly Router router;
    private readonly MomentGate gate;
    private readonly DateTimeOffset today;

    public RulesUnderTest(RuleSet rules, KnownThen known, Router router, LegalGate gate, DateTimeOffset today)
    {
        (Rules, this.router, this.gate, this.today) = (rules, router, new MomentGate(gate), today);
        Replay = new Replay(rules, known, Recipients);
    }

    public RuleSet Rules { get; }

    public Replay Replay { get; }

    private IReadOnlyList<string> Recipients(Moment moment, Timeline timeline, DateTimeOffset at) =>
    [
        .. router.Route(Rules.Find(moment.Rule)!.Recipients, timeline, at)
            .Where(one => gate.Decide(moment, Rules.Find(moment.Rule), one.Partner.Id, one.Reason == Recipient.KnownCaseWorker, today).IsAllowed)
            .Select(one => one.Partner.Id),
    ];
}
