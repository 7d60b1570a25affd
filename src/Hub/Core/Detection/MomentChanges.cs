using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Detection;

/// <summary>What the rules found about one citizen, held against what is stored about her. Pure.</summary>
/// <param name="Undecided">Moments of which it is to be decided what becomes of them: new, standing again, or without a signal until now because it was held, silenced or disputed (its outcome).</param>
/// <param name="Standing">Moments that stand as before: the stored one with what was found now.</param>
/// <param name="Withdrawn">Moments that lost their ground.</param>
internal sealed record MomentChanges(IReadOnlyList<StoredMoment> Undecided, IReadOnlyList<(StoredMoment Stored, Moment Found)> Standing, IReadOnlyList<StoredMoment> Withdrawn)
{
    /// <summary>Compares; null when there is nothing to compare.</summary>
    /// <param name="stored">Her moments in the store.</param>
    /// <param name="found">What the rules find now.</param>
    /// <param name="rules">A moment of a rule that is not among them any more is left as it is: nothing tells whether it lost its ground.</param>
    public static MomentChanges? Of(IReadOnlyList<StoredMoment> stored, IReadOnlyList<Moment> found, RuleSet rules)
    {
        if (stored.Count == 0 && found.Count == 0)
            return null;
        var undecided = new List<StoredMoment>();
        var standing = new List<(StoredMoment, Moment)>();
        foreach (var moment in found)
        {
            var known = stored.FirstOrDefault(one => IsSame(one.Moment, moment));
            if (known is { IsWithdrawn: false, Outcome: MomentOutcome.Signalled or MomentOutcome.History })
                standing.Add((known, moment));
            else
                undecided.Add(new StoredMoment(known?.Id ?? Guid.NewGuid(), moment, IsWithdrawn: false) { Outcome = known is { IsWithdrawn: false } ? known.Outcome : MomentOutcome.Signalled });
        }

        return new MomentChanges(
            undecided,
            standing,
            [.. stored.Where(one => !one.IsWithdrawn && rules.Find(one.Moment.Rule) is not null && !found.Any(moment => IsSame(one.Moment, moment)))]);
    }

    private static bool IsSame(Moment left, Moment right) => left.Rule == right.Rule && left.Anchor == right.Anchor;
}
