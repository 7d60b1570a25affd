using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Tests.Detection;

/// <summary>Who lived together, worked out from what was reported in another way than the product does: by going through every day's beliefs.</summary>
internal static class TogetherByHand
{
    private static readonly DateTimeOffset Undated = new(1970, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether what happened to one may reach who helps the other.</summary>
    public static bool MayHear(List<Fact> facts, CitizenRef one, CitizenRef other, DateTimeOffset at, DateTimeOffset now) =>
        !Hides(facts, one, at) && !Hides(facts, other, at) && !Hides(facts, one, now) && !Hides(facts, other, now)
        && (Share(facts, one, other, at) || DayBefore(at) is var before && Share(facts, one, other, before) && !Hides(facts, one, before) && !Hides(facts, other, before));

    /// <summary>Whether they live together at a time.</summary>
    public static bool Live(List<Fact> facts, CitizenRef one, CitizenRef other, DateTimeOffset at) => !Hides(facts, one, at) && !Hides(facts, other, at) && Share(facts, one, other, at);

    private static DateTimeOffset DayBefore(DateTimeOffset at) => BelgianTime.StartOf(BelgianTime.DayOf(at).AddDays(-1));

    private static bool Hides(List<Fact> facts, CitizenRef citizen, DateTimeOffset at) => Records(facts)
        .Select(versions => versions[^1])
        .OfType<CircumstanceReported>()
        .Any(flag => flag.Citizen == citizen && flag.Code is "opvangadres" or "veiligheidsrisico" && flag.OccurredAt <= at
            && (!flag.Attributes.TryGetValue("until", out var until) || DateOnly.Parse(until) >= BelgianTime.DayOf(at)));

    private static bool Share(List<Fact> facts, CitizenRef one, CitizenRef other, DateTimeOffset at)
    {
        var beliefs = new List<(DateTimeOffset From, DateTimeOffset KnownAt, string Source, string Record, string Key, HashSet<CitizenRef> Named)>();
        foreach (var versions in Records(facts))
        {
            var withdrawn = versions.FindLastIndex(version => version is FactWithdrawn);
            (DateTimeOffset From, HouseholdChanged Statement)? believed = null;
            DateTimeOffset? latestDate = null;
            foreach (var statement in versions.Skip(withdrawn + 1).OfType<HouseholdChanged>())
            {
                var dates = statement.OccurredAt >= Undated && (latestDate is null || statement.OccurredAt > latestDate);
                if (dates)
                    latestDate = statement.OccurredAt;
                var from = dates ? statement.OccurredAt : statement.KnownAt;
                if (from <= at)
                    believed = (from, statement);
            }

            if (believed is { } last)
                beliefs.Add((last.From, last.Statement.KnownAt, last.Statement.Source, last.Statement.RecordId, last.Statement.FactKey, [last.Statement.Citizen, .. last.Statement.OtherCitizens()]));
        }

        var latest = beliefs.Where(belief => belief.Named.Contains(one) || belief.Named.Contains(other))
            .OrderBy(belief => belief.From).ThenBy(belief => belief.KnownAt)
            .ThenBy(belief => belief.Source, StringComparer.Ordinal).ThenBy(belief => belief.Record, StringComparer.Ordinal).ThenBy(belief => belief.Key, StringComparer.Ordinal)
            .LastOrDefault();
        return latest.Named is not null && latest.Named.Contains(one) && latest.Named.Contains(other);
    }

    /// <summary>What each record said of each citizen, by revision; it does not take back what it says again in the same breath.</summary>
    private static IEnumerable<List<Fact>> Records(List<Fact> facts) => facts
        .GroupBy(fact => (fact.Source, fact.RecordId, fact.FactKey, fact.Citizen))
        .Select(record => record.GroupBy(fact => fact.Revision).OrderBy(revision => revision.Key).Select(revision => revision.OrderBy(fact => fact is FactWithdrawn).First()).ToList());
}
