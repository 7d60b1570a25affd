namespace IntegrationHub.Contracts.Tests;

/// <summary>One fact of every contract with every field filled.</summary>
static class Samples
{
    private static readonly CitizenRef Citizen = CitizenRef.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly CitizenRef Partner = CitizenRef.Parse("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private static readonly DateOnly Day = new(2026, 11, 20);

    public static IReadOnlyList<Fact> All { get; } =
    [
        Fill(new PersonChanged { OccurredAt = default, BornOn = new(1985, 7, 30), DiedOn = Day, Municipality = NisCode.Parse("44021"), CivilStatus = "10", CivilStatusSince = Day, CohabitationEndedOn = Day, StruckOffOn = Day, Sex = "2" }),
        Fill(new HouseholdChanged { OccurredAt = default, Members = [new() { Citizen = Citizen, Position = "01", Since = Day }, new() { Citizen = Partner, Position = "02", Since = Day }] }),
        Fill(new InsuranceMembershipChanged { OccurredAt = default, Mutuality = "306", IncreasedAllowance = true, Until = Day }),
        Fill(new EmploymentStarted { OccurredAt = default, Employment = "e1", StartedOn = Day, Employer = KboNumber.Parse("0203201340"), WorkerKind = "OTH" }),
        Fill(new EmploymentEnded { OccurredAt = default, Employment = "e1", EndedOn = Day, Employer = KboNumber.Parse("0203201340"), WorkerKind = "STU" }),
        Fill(new BenefitGranted { OccurredAt = default, Benefit = "leefloon", Right = "r1", Until = Day, Category = "2" }),
        Fill(new BenefitSuspended { OccurredAt = default, Benefit = "leefloon", Right = "r1", Until = Day, Reason = "05" }),
        Fill(new BenefitEnded { OccurredAt = default, Benefit = "leefloon", Right = "r1", EndedOn = Day, Reason = "07" }),
        Fill(new HospitalAdmitted { OccurredAt = default, Stay = "s1", EncounterClass = "IMP", Hospital = "AZ" }),
        Fill(new HospitalDischarged { OccurredAt = default, Stay = "s1", EncounterClass = "IMP", Disposition = DischargeDisposition.CareFacility, DispositionCode = "03", Hospital = "AZ" }),
        Fill(new SupportFileOpened { OccurredAt = default, File = "f1", Partner = "ocmw-gent", Worker = "w7", Themes = ["schuld", "wonen"] }),
        Fill(new SupportFileClosed { OccurredAt = default, File = "f1", Partner = "ocmw-gent", ClosedOn = Day, Reason = "01" }),
        Fill(new EvictionClaimed { OccurredAt = default, HearingOn = Day, Municipality = NisCode.Parse("44021") }),
        Fill(new BankruptcyDeclared { OccurredAt = default, Enterprise = KboNumber.Parse("0203201340"), Kind = "01" }),
        Fill(new CircumstanceReported { OccurredAt = default, Code = "vrijlating", Attributes = new Dictionary<string, string> { ["prison"] = "9" } }),
        Fill(new FactWithdrawn { OccurredAt = default, Contract = "employment-ended" }),
        Fill(new CitizenIdentityReplaced { OccurredAt = default }),
    ];

    // What every fact has, so that no round trip can pass by dropping it.
    private static Fact Fill(Fact fact) => fact with
    {
        Citizen = Citizen,
        Source = "ocmw-gent",
        RecordId = "record-1",
        FactKey = "key-1",
        Revision = 3,
        OccurredAt = BelgianTime.StartOf(Day),
        KnownAt = new DateTimeOffset(2026, 11, 21, 10, 30, 15, 123, TimeSpan.Zero),
        ConfirmedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
    };
}
