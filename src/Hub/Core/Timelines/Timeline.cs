using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>
/// What is known about one citizen now: her own facts and those of the people she lives with. Built from every version in the journal, in whatever order: for each fact the highest
/// revision holds, and a withdrawn fact is gone.
/// </summary>
public sealed class Timeline
{
    private const int FewFacts = 16;

    private Timeline(CitizenRef citizen, IReadOnlyList<Fact> own, IReadOnlyList<Fact> household) => (Citizen, Own, Household) = (citizen, own, household);

    /// <summary>Whose it is.</summary>
    public CitizenRef Citizen { get; }

    /// <summary>Her own facts that hold, by <see cref="Fact.OccurredAt"/>, then identity.</summary>
    public IReadOnlyList<Fact> Own { get; }

    /// <summary>The facts that hold of those who share a household with her, in the same order.</summary>
    public IReadOnlyList<Fact> Household { get; }

    /// <summary>Builds a timeline.</summary>
    /// <param name="citizen">Whose it is.</param>
    /// <param name="own">Every version of every fact about her.</param>
    /// <param name="household">Every version of every fact about the people who share, or shared, a household with her.</param>
    public static Timeline Of(CitizenRef citizen, IEnumerable<Fact> own, IEnumerable<Fact>? household = null) =>
        new(citizen, Holding(own), Holding(household ?? []));

    /// <summary>Her own facts of one contract that hold.</summary>
    /// <typeparam name="T">The contract.</typeparam>
    public IEnumerable<T> All<T>()
        where T : Fact => Own.OfType<T>();

    private static List<Fact> Holding(IEnumerable<Fact> versions)
    {
        var latest = new List<Fact>();
        foreach (var fact in versions)
        {
            // Most timelines are short: looking through them costs less than hashing three texts of each fact.
            if (latest.Count == FewFacts)
                return HoldingOfMany(latest, versions);
            var at = latest.FindIndex(known => known.RecordId == fact.RecordId && known.FactKey == fact.FactKey && known.Source == fact.Source);
            if (at < 0)
                latest.Add(fact);
            else if (Replaces(fact, latest[at]))
                latest[at] = fact;
        }

        return Sorted(latest);
    }

    private static List<Fact> HoldingOfMany(List<Fact> first, IEnumerable<Fact> versions)
    {
        var latest = new Dictionary<(string Source, string RecordId, string FactKey), Fact>();
        foreach (var fact in first.Concat(versions))
        {
            var identity = (fact.Source, fact.RecordId, fact.FactKey);
            if (!latest.TryGetValue(identity, out var known) || Replaces(fact, known))
                latest[identity] = fact;
        }

        return Sorted([.. latest.Values]);
    }

    private static List<Fact> Sorted(List<Fact> latest)
    {
        latest.RemoveAll(static fact => fact is FactWithdrawn);
        if (latest.Count > 1)
            latest.Sort(ByTimeThenIdentity);
        return latest;
    }

    /// <summary>
    /// The later revision. Within one, a fact stands over its withdrawal: the record moved it from one citizen to another, and both are on this timeline (of a household, or because they
    /// turned out to be one person).
    /// </summary>
    private static bool Replaces(Fact fact, Fact known) => fact.Revision > known.Revision || (fact.Revision == known.Revision && known is FactWithdrawn);

    private static int ByTimeThenIdentity(Fact left, Fact right)
    {
        var byTime = left.OccurredAt.CompareTo(right.OccurredAt);
        if (byTime != 0)
            return byTime;
        var bySource = string.CompareOrdinal(left.Source, right.Source);
        if (bySource != 0)
            return bySource;
        var byRecord = string.CompareOrdinal(left.RecordId, right.RecordId);
        return byRecord != 0 ? byRecord : string.CompareOrdinal(left.FactKey, right.FactKey);
    }
}
