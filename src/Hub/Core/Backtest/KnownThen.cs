using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Backtest;

/// <summary>
/// When a fact counts as known in a test on history. What came with a first load was news to the hub and to nobody else: it counts as known when it happened, otherwise a newly connected
/// history would test nothing. A first version that is known more than <see cref="UsualDelay"/> after it happened is taken for such a load. Corrections and withdrawals count from when they came.
/// </summary>
public static class KnownThen
{
    /// <summary>A source that is read in time tells sooner than this.</summary>
    public static readonly TimeSpan UsualDelay = TimeSpan.FromDays(30);

    /// <summary>The fact as it would have been known: the same one where it came in time.</summary>
    public static Fact Of(Fact fact)
    {
        if (fact.Revision > 1 || fact is FactWithdrawn || fact.KnownAt - fact.OccurredAt <= UsualDelay)
            return fact;

        // A register gives who somebody is now, and dates only the last change: her birth and her municipality were known before it.
        return fact with { KnownAt = fact is PersonChanged ? DateTimeOffset.UnixEpoch : fact.OccurredAt.ToUniversalTime() };
    }
}
