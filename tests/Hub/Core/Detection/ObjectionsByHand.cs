using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Tests.Detection;

/// <summary>Whether a moment may have the outcome that it has, by another way than the hub's: looking through the whole journal for what its citizen refuses, and what anybody whom it rests on disputes.</summary>
internal static class ObjectionsByHand
{
    public static bool Allow(Moment moment, MomentOutcome outcome, IReadOnlyList<Fact> journal, DateTimeOffset now)
    {
        var holding = journal.GroupBy(fact => (fact.Source, fact.RecordId, fact.FactKey)).Select(versions => versions.OrderBy(fact => fact.Revision).ThenBy(fact => fact is not FactWithdrawn).Last()).ToList();
        var objections = holding.OfType<CircumstanceReported>().Where(fact => fact.Code is "weigering" or "betwisting" && fact.OccurredAt <= now && !(End(fact) <= now)).ToList();
        var refused = objections.Exists(one => one.Code == "weigering" && one.Citizen == moment.Citizen && (Text(one, "moment") ?? "alle") is var kind && (kind == "alle" || kind == moment.Code));
        var disputed = objections.Exists(one => one.Code == "betwisting" && moment.Grounds.Any(ground => Disputes(one, ground, moment.Citizen, journal, holding)));
        return outcome switch
        {
            MomentOutcome.History => moment.ExpiresAt <= now,
            _ when moment.ExpiresAt <= now => false,
            MomentOutcome.Silenced => refused,
            MomentOutcome.Disputed => !refused && disputed,
            _ => !refused && !disputed,
        };
    }

    private static bool Disputes(CircumstanceReported dispute, Ground ground, CitizenRef citizen, IReadOnlyList<Fact> journal, List<Fact> holding)
    {
        if ((Text(dispute, "contract") ?? ground.Contract) != ground.Contract || (Text(dispute, "source") ?? ground.Fact.Source) != ground.Fact.Source || (Text(dispute, "recordId") ?? ground.Fact.RecordId) != ground.Fact.RecordId)
            return false;
        var about = holding.First(fact => fact.Source == ground.Fact.Source && fact.RecordId == ground.Fact.RecordId && fact.FactKey == ground.Fact.FactKey);
        var since = journal.OfType<CircumstanceReported>()
            .Where(version => version.RecordId == dispute.RecordId && version.Source == dispute.Source && version.FactKey == dispute.FactKey && version.Citizen == dispute.Citizen && version.Code == dispute.Code
                && version.Revision > Withdrawn(dispute, journal) && new[] { "contract", "source", "recordId" }.All(name => Text(version, name) == Text(dispute, name)))
            .Min(version => version.KnownAt);
        return (dispute.Citizen == citizen || dispute.Citizen == about.Citizen) && about.KnownAt <= since;
    }

    /// <summary>What was withdrawn from her does not count along when it is said again.</summary>
    private static int Withdrawn(Fact fact, IReadOnlyList<Fact> journal) => journal
        .Where(version => version is FactWithdrawn && version.RecordId == fact.RecordId && version.Source == fact.Source && version.FactKey == fact.FactKey && version.Citizen == fact.Citizen && version.Revision < fact.Revision)
        .Select(version => version.Revision).DefaultIfEmpty(0).Max();

    private static string? Text(CircumstanceReported fact, string name) => fact.Attributes.GetValueOrDefault(name);

    private static DateTimeOffset? End(CircumstanceReported fact) => Text(fact, "until") is { } until && until != "9999-12-31" ? BelgianTime.StartOf(DateOnly.Parse(until).AddDays(1)) : null;
}
