using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>Sorts out which version of each fact holds, and which older ones said something that was not withdrawn since.</summary>
internal static class Versions
{
    private const int FewFacts = 16;

    /// <summary>The facts that hold, by time and identity, and what they replaced.</summary>
    public static (List<Fact> Holding, List<Fact> Replaced) Of(IEnumerable<Fact> versions)
    {
        var latest = new List<Fact>();
        List<Fact>? older = null;
        Dictionary<(string Source, string RecordId, string FactKey), int>? index = null;
        foreach (var fact in versions)
        {
            // Most timelines are short: looking through them costs less than hashing three texts of each fact.
            if (index is null && latest.Count == FewFacts)
                index = Index(latest);
            var at = index is null ? Position(latest, fact) : index.GetValueOrDefault((fact.Source, fact.RecordId, fact.FactKey), -1);
            if (at < 0)
            {
                index?.Add((fact.Source, fact.RecordId, fact.FactKey), latest.Count);
                latest.Add(fact);
            }
            else if (Replaces(fact, latest[at]))
            {
                (older ??= []).Add(latest[at]);
                latest[at] = fact;
            }
            else if (!Repeats(fact, latest[at]))
            {
                (older ??= []).Add(fact);
            }
        }

        var replaced = older is null ? [] : Standing(latest, older);
        latest.RemoveAll(static fact => fact is FactWithdrawn);
        if (latest.Count > 1)
            latest.Sort(ByTimeThenIdentity);
        return (latest, replaced);
    }

    /// <summary>By time, then identity: the same order however they arrived.</summary>
    public static int ByTimeThenIdentity(Fact left, Fact right)
    {
        var byTime = left.OccurredAt.CompareTo(right.OccurredAt);
        return byTime != 0 ? byTime : ByIdentity(left, right);
    }

    public static int ByIdentity(Fact left, Fact right)
    {
        var bySource = string.CompareOrdinal(left.Source, right.Source);
        if (bySource != 0)
            return bySource;
        var byRecord = string.CompareOrdinal(left.RecordId, right.RecordId);
        return byRecord != 0 ? byRecord : string.CompareOrdinal(left.FactKey, right.FactKey);
    }

    public static bool IsSameFact(Fact left, Fact right) => left.RecordId == right.RecordId && left.FactKey == right.FactKey && left.Source == right.Source;

    private static int Position(List<Fact> latest, Fact fact)
    {
        for (var i = 0; i < latest.Count; i++)
        {
            if (IsSameFact(latest[i], fact))
                return i;
        }

        return -1;
    }

    private static Dictionary<(string Source, string RecordId, string FactKey), int> Index(List<Fact> latest)
    {
        var index = new Dictionary<(string Source, string RecordId, string FactKey), int>(4 * FewFacts);
        for (var i = 0; i < latest.Count; i++)
            index.Add((latest[i].Source, latest[i].RecordId, latest[i].FactKey), i);
        return index;
    }

    /// <summary>
    /// The later revision. Within one, a fact stands over its withdrawal: the record moved it from one citizen to another, and both are on this timeline (of a household, or because they
    /// turned out to be one person).
    /// </summary>
    private static bool Replaces(Fact fact, Fact known) => fact.Revision > known.Revision || (fact.Revision == known.Revision && known is FactWithdrawn && fact is not FactWithdrawn);

    private static bool Repeats(Fact fact, Fact known) => fact.Revision == known.Revision && fact.Citizen == known.Citizen && (fact is FactWithdrawn || known is not FactWithdrawn);

    /// <summary>
    /// The older versions that were not withdrawn since, by identity, the latest first. A withdrawal ends what the fact said of the citizen from whom it was withdrawn, also where the record moved
    /// to somebody else; it ends nothing where the mover and the one moved to turned out to be one person.
    /// </summary>
    private static List<Fact> Standing(List<Fact> latest, List<Fact> older)
    {
        var holding = latest.Where(fact => older.Exists(version => IsSameFact(version, fact))).ToHashSet(ReferenceEqualityComparer.Instance);
        var versions = new List<Fact>(older);
        versions.AddRange(holding.Cast<Fact>());
        versions.Sort(static (left, right) =>
        {
            var bySubject = ByIdentity(left, right) is var byIdentity && byIdentity != 0 ? byIdentity : left.Citizen.CompareTo(right.Citizen);
            if (bySubject != 0)
                return bySubject;
            var byRevision = right.Revision.CompareTo(left.Revision);
            return byRevision != 0 ? byRevision : (left is FactWithdrawn).CompareTo(right is FactWithdrawn);
        });
        var standing = new List<Fact>(older.Count);
        var withdrawn = false;
        Fact? before = null;
        foreach (var version in versions)
        {
            var isSameSubject = before is not null && IsSameFact(before, version) && before.Citizen == version.Citizen;
            withdrawn = isSameSubject && withdrawn;
            if (isSameSubject && before!.Revision == version.Revision)
                continue;
            before = version;
            withdrawn |= version is FactWithdrawn;
            if (!withdrawn && !holding.Contains(version))
                standing.Add(version);
        }

        return standing;
    }
}
