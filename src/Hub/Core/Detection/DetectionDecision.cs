using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>
/// What changes when timelines are evaluated: moments found and lost, signals with their recipients, and when to look again. No I/O: what it is given decides (new ids excepted).
/// </summary>
public sealed class DetectionDecision(RuleSet rules, Router router, LegalGate gate, MomentBundling? bundling = null)
{
    private readonly MomentBundling bundling = bundling ?? new MomentBundling(MomentBundling.UsualWindow);

    /// <summary>What the store has to write, in the transaction in which it read the input.</summary>
    public DetectionOutcome Decide(DetectionInput input, DateTimeOffset now)
    {
        var rechecks = new Dictionary<CitizenRef, DateTimeOffset?>(input.Citizens.Count);
        var changes = new List<(Timeline Timeline, MomentChanges Changes)>();
        var neighbourhood = new Neighbourhood(input.Facts);
        foreach (var citizen in input.Citizens)
        {
            var timeline = neighbourhood.Of(citizen);
            var finding = rules.Detect(timeline, now);
            rechecks[citizen] = Earliest(finding.RecheckAt, timeline.Objections.NextChange(now));
            if (MomentChanges.Of(input.Moments.GetValueOrDefault(citizen) ?? [], finding.Moments, rules) is { } changed)
                changes.Add((timeline, changed));
        }

        var withdrawn = changes.SelectMany(one => one.Changes.Withdrawn).ToList();
        var choice = new RecipientChoosing(rules, router, gate, now);
        var adulthood = new Adulthood(neighbourhood, now);
        var ledger = new SignalLedger(input.Signals, withdrawn);
        var sharing = new Sharing(neighbourhood, adulthood, gate, now);
        var signals = new SignalDecision(input, ledger, adulthood, sharing, choice, bundling, now);
        ledger.Part(input.Citizens, sharing.May);
        var undecided = new List<(Timeline Timeline, StoredMoment Moment)>();
        foreach (var (timeline, one) in changes)
        {
            undecided.AddRange(signals.Review(one.Standing, timeline).Select(moment => (timeline, moment)));
            undecided.AddRange(one.Undecided.Select(moment => (timeline, moment)));
        }

        // Whatever the order of citizens: what was known first opens the signal.
        foreach (var (timeline, moment) in undecided.OrderBy(one => one.Moment.Moment.KnownAt).ThenBy(one => one.Moment.Moment.OccurredAt))
            signals.Decide(moment, timeline);
        return signals.Outcome([.. withdrawn.Select(moment => moment.Id)], rechecks);
    }

    private static DateTimeOffset? Earliest(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;
}
