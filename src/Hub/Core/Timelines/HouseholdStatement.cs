using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>What one version of one household fact said, and from when until when that version is the one to go by.</summary>
internal sealed class HouseholdStatement
{
    /// <summary>A register that dates nothing gives 1970-01-01.</summary>
    private static readonly DateTimeOffset Undated = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero);

    private readonly HouseholdChanged fact;

    private HouseholdStatement(HouseholdChanged fact, DateTimeOffset from)
    {
        (this.fact, From) = (fact, from);
        Named = [.. fact.Members.Select(member => member.Citizen).Append(fact.Citizen).Distinct()];
    }

    /// <summary>From when it is in force.</summary>
    public DateTimeOffset From { get; }

    /// <summary>When a later version of the same fact takes its place; null while none does.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Who says so.</summary>
    public string Source => fact.Source;

    /// <summary>The version that says so.</summary>
    public HouseholdChanged Fact => fact;

    /// <summary>Everybody it is about.</summary>
    public IReadOnlyList<CitizenRef> Named { get; }

    /// <summary>
    /// The statements of versions that stand. A version is in force from the day it dates; where it dates none, or none later than the version before (registers do not date who left),
    /// from when the hub knew.
    /// </summary>
    public static List<HouseholdStatement> Of(IEnumerable<Fact> versions)
    {
        var statements = new List<HouseholdStatement>();
        var sorted = versions.OfType<HouseholdChanged>().ToList();
        sorted.Sort(static (left, right) =>
        {
            var byIdentity = Versions.ByIdentity(left, right);
            return byIdentity != 0 ? byIdentity : left.Revision.CompareTo(right.Revision);
        });
        var first = 0;
        var dated = Undated;
        for (var i = 0; i < sorted.Count; i++)
        {
            var version = sorted[i];
            if (i == 0 || !Versions.IsSameFact(sorted[i - 1], version))
                (first, dated) = (statements.Count, Undated);
            var isDated = version.OccurredAt >= dated && (statements.Count == first || version.OccurredAt > dated);
            var statement = new HouseholdStatement(version, isDated ? version.OccurredAt : version.KnownAt);
            if (isDated)
                dated = version.OccurredAt;
            for (var earlier = first; earlier < statements.Count; earlier++)
                statements[earlier].EndBy(statement.From);
            statements.Add(statement);
        }

        return statements;
    }

    public bool Names(CitizenRef citizen)
    {
        for (var i = 0; i < Named.Count; i++)
        {
            if (Named[i] == citizen)
                return true;
        }

        return false;
    }

    /// <summary>Whether it is to be believed over another that is in force too.</summary>
    public bool IsLaterThan(HouseholdStatement other)
    {
        var byFrom = From.CompareTo(other.From);
        if (byFrom != 0)
            return byFrom > 0;
        var byKnown = fact.KnownAt.CompareTo(other.fact.KnownAt);
        return byKnown != 0 ? byKnown > 0 : Versions.ByIdentity(fact, other.fact) > 0;
    }

    private void EndBy(DateTimeOffset time)
    {
        if (Until is null || time < Until)
            Until = time;
    }
}
