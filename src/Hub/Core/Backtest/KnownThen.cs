using IntegrationHub.Contracts;
using IntegrationHub.Core.Loads;

namespace IntegrationHub.Core.Backtest;

/// <summary>
/// When a fact counts as known in a test on history. What came with a load (the first of a source, a day with far more than usual) was news to the hub and to nobody else: it counts as known when it
/// happened, otherwise a newly connected history would test nothing. Corrections and withdrawals count from when they came.
/// </summary>
/// <param name="loads">Every load of every source, whatever a person decided of it.</param>
public sealed class KnownThen(IReadOnlyList<Load> loads)
{
    private readonly ILookup<string, Load> bySource = loads.ToLookup(load => load.Source, StringComparer.Ordinal);

    /// <summary>The fact as it would have been known: the same one where it came in time.</summary>
    public Fact Of(Fact fact)
    {
        if (fact.Revision > 1 || fact is FactWithdrawn || fact.KnownAt <= fact.OccurredAt || !bySource[fact.Source].Any(load => load.Holds(fact.Source, fact.KnownAt)))
            return fact;

        // A register gives who somebody is now, and dates only the last change: her birth and her municipality were known before it. A death in it waits for its day by itself.
        return fact with { KnownAt = fact is PersonChanged ? DateTimeOffset.UnixEpoch : fact.OccurredAt.ToUniversalTime() };
    }
}
