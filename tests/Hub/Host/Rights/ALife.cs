using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Host.Rights;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Rights;

/// <summary>What is known of Ann, with whom she lives, and a moment in her life; the rights are those that come with the hub.</summary>
internal sealed class ALife
{
    public static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 22));
    public static readonly CitizenRef Ann = CitizenRef.New();
    public static readonly CitizenRef Other = CitizenRef.New();

    public static readonly RightSet Rights = new(RightFolder.Read(Path.Combine(Repository.Root, "deploy/rights")).Rights, []);

    private readonly Dictionary<CitizenRef, List<Fact>> facts = new() { [Ann] = [], [Other] = [] };

    public IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> Facts => facts.ToDictionary(one => one.Key, one => (IReadOnlyList<Fact>)one.Value);

    public ALife With(Fact fact, CitizenRef? whose = null)
    {
        var citizen = whose ?? Ann;
        var number = facts.Values.Sum(known => known.Count);
        facts[citizen].Add(fact with { Citizen = citizen, Source = fact.Source.Length > 0 ? fact.Source : "magda", RecordId = $"r{number}", FactKey = "f", Revision = 1, KnownAt = fact.OccurredAt });
        return this;
    }

    public ALife JobEnded() => With(new EmploymentEnded { Employment = "a", EndedOn = DaysAgo(20), OccurredAt = At(20) });

    public ALife Discharged() => With(new HospitalDischarged { Stay = "s", EncounterClass = "IMP", OccurredAt = At(5) });

    public ALife EvictionClaimed() => With(new EvictionClaimed { OccurredAt = At(4) });

    public ALife Receives(string benefit, CitizenRef? whose = null, string source = "magda") =>
        With(new BenefitGranted { Benefit = benefit, Right = benefit, OccurredAt = At(400), Source = source }, whose);

    public ALife Stopped(string benefit, string? reason = null) =>
        Receives(benefit).With(new BenefitEnded { Benefit = benefit, Right = benefit, EndedOn = DaysAgo(10), Reason = reason, OccurredAt = At(10) });

    public ALife Reported(string code) => With(new CircumstanceReported { Code = code, OccurredAt = At(30) });

    /// <summary>A later version of the circumstance that was reported says this.</summary>
    public ALife CorrectedTo(string code)
    {
        var reported = facts[Ann].OfType<CircumstanceReported>().Last();
        facts[Ann].Add(reported with { Code = code, Revision = reported.Revision + 1 });
        return this;
    }

    /// <summary>The other lives with her, and is so old.</summary>
    public ALife LivesWithSomebodyOf(int years) => With(Household(Ann, Other))
        .With(new PersonChanged { BornOn = DaysAgo(0).AddYears(-years), OccurredAt = At(2000) }, Other);

    public ALife Parted(int daysAgo) => With(Household(Ann) with { OccurredAt = At(daysAgo) });

    /// <summary>Ids of the rights that may apply at a moment of hers, each with the fact that says so (<c>moment</c>) or what it follows (<c>&lt; leefloon</c>).</summary>
    public IReadOnlyList<string> Explore(params string[] named) =>
        [.. Found(named).Select(right => $"{right.Right.Id}: {(right.Fact is { } fact ? FactContract.NameOf(fact.GetType()) : right.IsSaidByMoment ? "moment" : $"< {string.Join(", ", right.Follows)}")}")];

    public IReadOnlyList<RightToExplore> Found(params string[] named) =>
        Rights.Explore([new NamedRights(Moment(), named)], moment => new VisibleLife(Ann, Facts, _ => true, Now).At(moment.Moment.OccurredAt), Now);

    public static Moment Moment(string rule = "moment", CitizenRef? whose = null) =>
        new(rule, rule, whose ?? Ann, new FactIdentity("magda", "r0", "f"), "employment-ended", At(3), At(2));

    public static DateTimeOffset At(int daysAgo) => BelgianTime.StartOf(DaysAgo(daysAgo));

    public static DateOnly DaysAgo(int days) => BelgianTime.DayOf(Now).AddDays(-days);

    private static HouseholdChanged Household(params CitizenRef[] members) => new() { Members = [.. members.Select(member => new HouseholdMember { Citizen = member })], OccurredAt = At(1000) };
}
