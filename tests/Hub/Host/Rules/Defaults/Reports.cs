using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

/// <summary>What a source can tell, in few words.</summary>
internal static class Reports
{
    public static readonly CitizenRef Ann = new(Guid.Parse("11111111-1111-4111-8111-111111111111"));
    public static readonly CitizenRef Bram = new(Guid.Parse("22222222-2222-4222-8222-222222222222"));
    public static readonly CitizenRef Cas = new(Guid.Parse("33333333-3333-4333-8333-333333333333"));

    public const string Incapacity = "uitkering-arbeidsongeschiktheid";
    public const string Unemployment = "werkloosheidsuitkering";
    public const string Leefloon = "leefloon";

    public static DateTimeOffset Day(string day) => BelgianTime.StartOf(DateOnly.Parse(day));

    public static EmploymentStarted JobStarts(string day, string job, string? kind = "OTH", string? employer = null) =>
        new() { OccurredAt = Day(day), Employment = job, StartedOn = DateOnly.Parse(day), WorkerKind = kind, Employer = employer is null ? null : KboNumber.Parse(employer) };

    public static EmploymentEnded JobEnds(string day, string job, string? kind = "OTH", string? employer = null) =>
        new() { OccurredAt = Day(day), Employment = job, EndedOn = DateOnly.Parse(day), WorkerKind = kind, Employer = employer is null ? null : KboNumber.Parse(employer) };

    public static BenefitGranted Granted(string day, string benefit, string right = "r1", string? until = null) =>
        new() { OccurredAt = Day(day), Benefit = benefit, Right = right, Until = OnDay(until) };

    public static BenefitEnded Ended(string day, string benefit, string right = "r1", string? reason = null) =>
        new() { OccurredAt = Day(day), Benefit = benefit, Right = right, EndedOn = DateOnly.Parse(day), Reason = reason };

    public static BenefitSuspended Suspended(string day, string benefit, string right = "r1", string? reason = null, string? until = null) =>
        new() { OccurredAt = Day(day), Benefit = benefit, Right = right, Reason = reason, Until = OnDay(until) };

    public static HospitalAdmitted Admitted(string day, string stay, string encounterClass = "IMP") => new() { OccurredAt = Day(day), Stay = stay, EncounterClass = encounterClass };

    public static HospitalDischarged Discharged(string day, string stay, DischargeDisposition? to = null, string encounterClass = "IMP") =>
        new() { OccurredAt = Day(day), Stay = stay, EncounterClass = encounterClass, Disposition = to };

    public static CircumstanceReported Circumstance(string day, string code, params (string Name, string Value)[] attributes) =>
        new() { OccurredAt = Day(day), Code = code, Attributes = attributes.ToDictionary(one => one.Name, one => one.Value) };

    public static BankruptcyDeclared Bankrupt(string day, string enterprise) => new() { OccurredAt = Day(day), Enterprise = KboNumber.Parse(enterprise) };

    public static EvictionClaimed Eviction(string day, string? hearing = null) => new() { OccurredAt = Day(day), HearingOn = OnDay(hearing) };

    /// <summary>What the register says of a person: it happened on the latest of the dates that it names.</summary>
    public static PersonChanged Person(
        string? born = null, string? died = null, string? civilStatus = null, string? since = null, string? cohabitationEnded = null, string? struckOff = null) => new()
    {
        OccurredAt = new[] { born, died, since, cohabitationEnded, struckOff }.OfType<string>().Select(Day).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
        BornOn = OnDay(born),
        DiedOn = OnDay(died),
        CivilStatus = civilStatus,
        CivilStatusSince = OnDay(since),
        CohabitationEndedOn = OnDay(cohabitationEnded),
        StruckOffOn = OnDay(struckOff),
    };

    /// <summary>Who live together as the register says, from the day on which the latest of them joined.</summary>
    public static HouseholdChanged LiveTogether(string day, params CitizenRef[] members) =>
        new() { OccurredAt = Day(day), Members = [.. members.Select(member => new HouseholdMember { Citizen = member })] };

    private static DateOnly? OnDay(string? day) => day is null ? null : DateOnly.Parse(day);
}
