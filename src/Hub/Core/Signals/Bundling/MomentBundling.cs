using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Signals.Bundling;

/// <summary>
/// Chooses the open signal that a new moment joins: one situation is one signal. A signal holds moments of several people only where all of them share a household now and all are known to be adults, so that nothing is
/// told across a separation, a shelter address or a safety flag, and a child's own is never hidden. Pure.
/// </summary>
/// <param name="window">How long after it was issued a signal gains moments of another kind, or of somebody else in the household.</param>
public sealed class MomentBundling(TimeSpan window)
{
    /// <summary>What counts where <c>hub.json</c> says nothing.</summary>
    public static readonly TimeSpan UsualWindow = TimeSpan.FromDays(14);

    /// <summary>The signal to join; null for a signal of its own.</summary>
    /// <param name="citizen">Whose moment it is.</param>
    /// <param name="code">What kind of moment.</param>
    /// <param name="open">The signals that could gain it: any in which one of the evaluated people has a moment.</param>
    /// <param name="mates">Who lives with her now.</param>
    /// <param name="isAdult">Whether somebody is known to be 18 or older.</param>
    /// <param name="now">The time.</param>
    public OpenSignal? Find(CitizenRef citizen, string code, IEnumerable<OpenSignal> open, IReadOnlySet<CitizenRef> mates, Func<CitizenRef, bool> isAdult, DateTimeOffset now)
    {
        OpenSignal? best = null;
        var bestRank = Rank.None;
        foreach (var signal in open)
        {
            var rank = RankOf(signal, citizen, code, mates, now);
            if (rank == Rank.None || rank < bestRank || (rank == bestRank && !IsNewer(signal, best!)) || !MayShare(signal, citizen, mates, isAdult))
                continue;
            (best, bestRank) = (signal, rank);
        }

        return best;
    }

    /// <summary>How well it fits; the higher the better.</summary>
    private enum Rank
    {
        None,
        OfHerHousehold,
        Hers,
        HersOfThisKind,
    }

    private Rank RankOf(OpenSignal signal, CitizenRef citizen, string code, IReadOnlySet<CitizenRef> mates, DateTimeOffset now)
    {
        var hers = signal.Moments.Where(moment => moment.Citizen == citizen).ToList();
        if (hers.Exists(moment => moment.Code == code))
            return Rank.HersOfThisKind;
        if (now - signal.IssuedAt > window)
            return Rank.None;
        if (hers.Count > 0)
            return Rank.Hers;
        return signal.Moments.Any(moment => mates.Contains(moment.Citizen)) ? Rank.OfHerHousehold : Rank.None;
    }

    /// <summary>Whether a signal may hold a moment of hers, for all who have one in it.</summary>
    public static bool MayShare(OpenSignal signal, CitizenRef citizen, IReadOnlySet<CitizenRef> mates, Func<CitizenRef, bool> isAdult) =>
        signal.Moments.All(moment => MayShare(moment.Citizen, citizen, mates, isAdult));

    /// <summary>Whether somebody else's moments may be in one signal with hers.</summary>
    public static bool MayShare(CitizenRef other, CitizenRef citizen, IReadOnlySet<CitizenRef> mates, Func<CitizenRef, bool> isAdult) =>
        other == citizen || (mates.Contains(other) && isAdult(other) && isAdult(citizen));

    private static bool IsNewer(OpenSignal signal, OpenSignal than) =>
        signal.IssuedAt != than.IssuedAt ? signal.IssuedAt > than.IssuedAt : signal.Id.CompareTo(than.Id) > 0;
}
