using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>Whom a moment goes to: those whom the router chooses among the roles that its rule names, as far as the legal gate allows it.</summary>
internal sealed class RecipientChoosing(RuleSet rules, Router router, LegalGate gate, DateTimeOffset now)
{
    public RecipientChoice Choose(Moment moment, Timeline timeline)
    {
        var rule = rules.Find(moment.Rule);
        var roles = rule?.Recipients ?? [];
        var chosen = new List<ChosenPartner>();
        var refusals = new List<SignalRefusal>();
        foreach (var recipient in router.Route(roles, timeline, now))
        {
            var helpsWhomTheFactIsAbout = recipient.Reason == Recipient.KnownCaseWorker && rule is { IsAboutHerself: true };
            var decision = gate.Decide(moment.Anchor.Source, moment.AnchorContract, recipient.Partner.Id, helpsWhomTheFactIsAbout, now);
            if (decision.IsAllowed)
                chosen.Add(new ChosenPartner(recipient.Partner.Id, recipient.Partner.Destination, recipient.Worker, recipient.Reason));
            else
                refusals.Add(new SignalRefusal(recipient.Partner.Id, decision.Reason));
        }

        if (chosen.Count == 0 && refusals.Count == 0)
            refusals.Add(new SignalRefusal("", Router.WhyNobody(roles, timeline, now)));
        return new RecipientChoice(chosen, refusals);
    }

    /// <summary>How soon its rule says to look.</summary>
    public Priority PriorityOf(Moment moment) => rules.Find(moment.Rule)?.Priority ?? Priority.Normal;
}
