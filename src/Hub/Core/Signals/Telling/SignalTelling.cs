namespace IntegrationHub.Core.Signals.Telling;

/// <summary>What each partner is told when a signal changes. Pure.</summary>
/// <param name="Tell">The deliveries to add.</param>
/// <param name="Cancel">Ids of the partners to whom nothing of it holds: what waits for them is not made.</param>
public sealed record SignalTelling(IReadOnlyList<(TellingKind Kind, ChosenPartner To)> Tell, IReadOnlyList<string> Cancel)
{
    /// <summary>
    /// Whoever sees nothing in it any more has it withdrawn; whoever sees something that changed is told, as new where it has nothing yet. What waits untried tells it all by itself.
    /// </summary>
    /// <param name="standing">The moments that stand in it now.</param>
    /// <param name="changed">Those that joined it, left it or were corrected.</param>
    /// <param name="holders">What became of it so far, each partner once.</param>
    public static SignalTelling Of(IReadOnlyList<MomentOfSignal> standing, IReadOnlyList<MomentOfSignal> changed, IReadOnlyList<Holder> holders)
    {
        var tell = new List<(TellingKind, ChosenPartner)>();
        var cancel = new List<string>();
        foreach (var holder in holders.Where(holder => !Sees(standing, holder.Partner)))
        {
            cancel.Add(holder.Partner.Partner);
            if (holder.Has)
                tell.Add((TellingKind.Withdrawn, holder.Partner));
        }

        foreach (var partner in standing.SelectMany(moment => moment.Chosen).DistinctBy(chosen => chosen.Partner).Where(chosen => Sees(changed, chosen)))
        {
            var holder = holders.FirstOrDefault(one => one.Partner.Partner == partner.Partner);
            if (holder is not { Waits: true })
                tell.Add(holder is { Has: true } ? (TellingKind.Updated, holder.Partner) : (TellingKind.Issued, partner));
        }

        return new SignalTelling(tell, cancel);
    }

    private static bool Sees(IReadOnlyList<MomentOfSignal> moments, ChosenPartner partner) =>
        moments.Any(moment => moment.Chosen.Any(chosen => chosen.Partner == partner.Partner));
}
