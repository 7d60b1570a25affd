using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Backtest;

/// <summary>One citizen as the hub would have known her, as time goes on.</summary>
internal sealed class ReplayedLife(CitizenRef citizen, RuleSet rules, Func<Moment, Timeline, DateTimeOffset, IReadOnlyList<string>> recipients)
{
    private readonly List<Fact> own = [];
    private readonly List<Fact> household = [];
    private readonly List<ReplayedMoment> raised = [];
    private HashSet<(string Rule, FactIdentity Anchor)>? before;
    private bool hasTrigger;
    private DateTimeOffset? wakeAt;

    public IReadOnlyList<ReplayedMoment> Moments => raised;

    public void Learn(Fact fact, bool isHers, bool isTrigger)
    {
        (isHers ? own : household).Add(fact);
        hasTrigger |= isTrigger;
    }

    /// <summary>What stands at the beginning of the period was found before it.</summary>
    public void Begin(DateTimeOffset since)
    {
        if (!hasTrigger)
            return;
        var finding = rules.Detect(Timeline.Of(citizen, own, household), since);
        wakeAt = finding.RecheckAt;
        before = [.. finding.Moments.Select(moment => (moment.Rule, moment.Anchor))];
    }

    public void Evaluate(DateTimeOffset now)
    {
        // Nothing carries a moment yet.
        if (!hasTrigger)
            return;
        var timeline = Timeline.Of(citizen, own, household);
        var finding = rules.Detect(timeline, now);
        wakeAt = finding.RecheckAt;
        for (var i = 0; i < raised.Count; i++)
        {
            var stands = finding.Moments.Any(moment => IsSame(moment, raised[i].Moment));
            if (stands == raised[i].WithdrawnAt is not null)
                raised[i] = raised[i] with { WithdrawnAt = stands ? null : now };
        }

        foreach (var moment in finding.Moments)
        {
            if (before?.Contains((moment.Rule, moment.Anchor)) != true && !raised.Exists(one => IsSame(moment, one.Moment)))
                raised.Add(new ReplayedMoment(moment, now, null, recipients(moment, timeline, now)));
        }
    }

    /// <summary>Evaluates whenever a waiting rule wakes before the next fact comes; at the end of the period also what wakes then.</summary>
    public void WakeUntil(DateTimeOffset next, bool isLast)
    {
        while (wakeAt is { } at && (at < next || (isLast && at == next)))
        {
            wakeAt = null;
            Evaluate(at);
            if (wakeAt <= at)
                throw new InvalidOperationException($"A rule asked at {at:O} to look again at {wakeAt:O}, which is no later.");
        }
    }

    private static bool IsSame(Moment left, Moment right) => left.Rule == right.Rule && left.Anchor == right.Anchor;
}
