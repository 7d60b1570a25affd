using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Objections;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Host.Backtest;

/// <summary>What became of the moments of a citizen, beside what the rules say of her now.</summary>
/// <param name="stored">Her moments in the store.</param>
/// <param name="loads">The loads of all sources.</param>
/// <param name="objectionTo">The objection to a moment that runs now; null when there is none.</param>
internal sealed class StoredOutcomes(IReadOnlyList<StoredMoment> stored, IReadOnlyList<Load> loads, Func<Moment, Objection?> objectionTo)
{
    /// <summary>The moment in the store; null when the hub has none (yet).</summary>
    public StoredMoment? Of(Moment moment) => stored.FirstOrDefault(one => one.Moment.Rule == moment.Rule && one.Moment.Citizen == moment.Citizen && one.Moment.Anchor == moment.Anchor);

    /// <summary>What became of it, in words.</summary>
    /// <param name="moment">A moment that a rule finds now.</param>
    /// <param name="until">Until when a signal about it is of use, as it is shown.</param>
    public string Tell(Moment moment, string until) => Of(moment) switch
    {
        null => $"The hub made nothing of it yet: it looks when it next learns something of her. A signal would be of use until {until}.",
        { Outcome: MomentOutcome.Held or MomentOutcome.History } kept when Has(kept.Moment, LoadState.Kept) => $"It is history and raised no signal, by your answer on a load of {moment.Anchor.Source} (hub backfill).",
        { Outcome: MomentOutcome.Held } released when Has(released.Moment, LoadState.Released) => "It is held until a hub runs and does what you answered (hub backfill).",
        { Outcome: MomentOutcome.Held } => $"It is held and raised no signal: it came with a load of {moment.Anchor.Source} that waits for your answer (hub backfill).",
        { Outcome: MomentOutcome.Silenced } => $"It is silenced and raised no signal: she refuses signals of this kind (weigering){UntilOf(moment)}.",
        { Outcome: MomentOutcome.Disputed } => $"It is disputed and raised no signal: a fact it rests on is disputed (betwisting), and its source has not answered{UntilOf(moment)}.",
        { Outcome: MomentOutcome.History } => "It is history and raised no signal: it was out of date when the hub found it.",
        { SignalId: { } signal } => $"It is in signal {signal} (hub signals show), of use until {until}.",
        _ => $"It raised no signal of its own. One would be of use until {until}.",
    };

    private string UntilOf(Moment moment) => objectionTo(moment)?.Until is { } until ? $", until {BelgianInstant.Of(until)}" : "";

    private bool Has(Moment moment, LoadState state) => loads.Any(load => load.Holds(moment.Anchor.Source, moment.KnownAt) && load.Decide(moment.OccurredAt) == state);
}
