using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Detection;

/// <summary>What becomes of each moment in one evaluation: a signal of its own, a place in one that is open, or none.</summary>
internal sealed class SignalDecision(
    DetectionInput input, SignalLedger ledger, Adulthood adulthood, Sharing sharing, RecipientChoosing recipients, MomentBundling bundling, DateTimeOffset now)
{
    private readonly List<StoredMoment> detected = [];
    private readonly List<NewSignal> signals = [];
    private readonly List<MomentCorrection> corrected = [];
    private readonly List<MomentMove> moved = [];
    private readonly List<StoredMoment> left = [];
    private readonly Dictionary<CitizenRef, DateTimeOffset> opens = [];

    public DetectionOutcome Outcome(IReadOnlyList<Guid> withdrawn, IReadOnlyDictionary<CitizenRef, DateTimeOffset?> rechecks) =>
        new(detected, withdrawn, signals, opens.Count == 0 ? rechecks : rechecks.ToDictionary(one => one.Key, one => Earliest(one.Value, opens.TryGetValue(one.Key, out var at) ? at : null))) { Corrected = corrected, Moved = moved, Left = left };

    /// <summary>A moment that is new, stands again, was without a signal until now, or left its signal.</summary>
    public void Decide(StoredMoment moment, Timeline timeline)
    {
        // What was told before a load is no matter of that load.
        var outcome = OutcomeOf(moment.Moment, timeline, left.Exists(one => one.Id == moment.Id) ? [] : input.Loads);
        if (outcome != MomentOutcome.Signalled)
        {
            if (outcome != moment.Outcome)
                detected.Add(moment with { Outcome = outcome });
            return;
        }

        var choice = Choose(moment.Moment, timeline);
        var joined = Fitting(moment with { Chosen = choice.Chosen }, timeline);
        var signal = joined?.Id ?? Guid.NewGuid();
        var signalled = moment with { Outcome = outcome, SignalId = signal, Priority = recipients.PriorityOf(moment.Moment), Chosen = choice.Chosen };
        ledger.Add(signal, now, signalled);
        detected.Add(signalled);
        signals.Add(Part(signalled, choice, joins: joined is not null));
    }

    /// <summary>Moments that stand: a fact was corrected, somebody can be told by now of a signal that nobody received, or two references turned out to be one person.</summary>
    /// <returns>Those to decide again: who may not share a signal any more gets one of her own, and what a correction makes current, or makes history, or what is objected to, is another situation.</returns>
    public IReadOnlyList<StoredMoment> Review(IReadOnlyList<(StoredMoment Stored, Moment Found)> standing, Timeline timeline)
    {
        var again = new List<StoredMoment>();
        foreach (var (stored, found) in standing)
        {
            var reached = stored.UnheardSignal is null ? null : Choose(found, timeline);
            if (ledger.IsLeaving(stored) || IsObjectedTo(stored, found, timeline) || IsAnotherSituation(stored, found, timeline) || (reached is not null && !MayStay(stored with { Chosen = reached.Chosen })))
            {
                ledger.Leave(stored);
                if (stored.SignalId is not null)
                    left.Add(stored);
                again.Add(new StoredMoment(stored.Id, found, IsWithdrawn: false));
                continue;
            }

            var correction = new MomentCorrection(stored with { Moment = found, Chosen = reached is { Chosen.Count: > 0 } ? reached.Chosen : stored.Chosen }, IsAnother(stored.Moment.OccurredAt, found.OccurredAt));
            if (reached is { Chosen.Count: > 0 })
            {
                ledger.Tell(correction.Moment);
                signals.Add(Part(correction.Moment, reached with { Refusals = [] }, joins: true));
            }

            if (correction.Shows || reached is { Chosen.Count: > 0 } || Differs(stored.Moment, found))
                corrected.Add(correction);
        }

        moved.AddRange(ledger.MoveTwins([.. standing.Where(one => !ledger.IsLeaving(one.Stored))], (signal, moment) => signal.Moments.All(other => sharing.May(SignalLedger.In(moment), other))));
        return again;
    }

    /// <summary>Whether a correction made a moment current that was out of date, or the reverse, or brought it out of the load with which it was kept.</summary>
    private bool IsAnotherSituation(StoredMoment stored, Moment found, Timeline timeline) => IsAnother(stored.Moment.OccurredAt, found.OccurredAt) && (stored.Outcome == MomentOutcome.History
        ? OutcomeOf(found, timeline, input.Loads) != MomentOutcome.History
        : (stored.Moment.ExpiresAt <= now) != (found.ExpiresAt <= now));

    /// <summary>Whom it goes to; where a ground is still to begin, she is looked at again then.</summary>
    private RecipientChoice Choose(Moment moment, Timeline timeline)
    {
        var choice = recipients.Choose(moment, timeline);
        if (choice.OpensAt is { } at && Earliest(at, opens.TryGetValue(timeline.Citizen, out var known) ? known : null) is { } first)
            opens[timeline.Citizen] = first;
        return choice;
    }

    /// <summary>She came to refuse it, or somebody disputes it: whoever has it is told that it does not hold.</summary>
    private bool IsObjectedTo(StoredMoment stored, Moment found, Timeline timeline) => stored.Outcome == MomentOutcome.Signalled && timeline.Objections.To(found, now) is not null;

    private bool MayStay(StoredMoment moment) => ledger.SignalOf(moment) is not { } signal || signal.Moments.All(other => sharing.MayTell(SignalLedger.In(moment), other));

    /// <summary>What becomes of a moment that is not decided yet.</summary>
    private MomentOutcome OutcomeOf(Moment moment, Timeline timeline, IReadOnlyList<Load> loads)
    {
        if (moment.ExpiresAt <= now)
            return MomentOutcome.History;
        if (timeline.Objections.To(moment, now) is { } objection)
            return objection.Outcome;
        return loads.FirstOrDefault(load => load.Holds(moment.Anchor.Source, moment.KnownAt))?.Decide(moment.OccurredAt) switch
        {
            LoadState.Open => MomentOutcome.Held,
            LoadState.Kept => MomentOutcome.History,
            _ => MomentOutcome.Signalled,
        };
    }

    private OpenSignal? Fitting(StoredMoment moment, Timeline timeline)
    {
        if (ledger.IsEmpty)
            return null;
        var hers = SignalLedger.In(moment);
        var open = ledger.For(moment.Moment).Where(signal => signal.Moments.All(other => sharing.MayTell(hers, other)));
        return bundling.Find(hers.Citizen, hers.Code, open, timeline.LivesWith(now).ToHashSet(), adulthood.IsAdult, now);
    }

    private static NewSignal Part(StoredMoment moment, RecipientChoice choice, bool joins) =>
        new(moment.SignalId!.Value, moment.Id, [.. choice.Chosen.Select(NewDelivery.To)], choice.Refusals) { Joins = joins, Priority = moment.Priority, ExpiresAt = moment.Moment.ExpiresAt };

    private static bool Differs(Moment stored, Moment found) =>
        IsAnother(stored.CountsAt, found.CountsAt) || IsAnother(stored.KnownAt, found.KnownAt) || !stored.Grounds.SequenceEqual(found.Grounds);

    private static DateTimeOffset? Earliest(DateTimeOffset? left, DateTimeOffset? right) => left is null || right < left ? right ?? left : left;

    /// <summary>The store holds microseconds.</summary>
    private static bool IsAnother(DateTimeOffset stored, DateTimeOffset found) => Math.Abs((stored - found).Ticks) >= TimeSpan.TicksPerMicrosecond;
}
