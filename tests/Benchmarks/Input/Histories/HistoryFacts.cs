using IntegrationHub.Contracts;

namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>What each record of a history says, as a normaliser would give it.</summary>
internal static class HistoryFacts
{
    public static readonly DateOnly FirstDay = new(2021, 11, 22);
    private static readonly string[] Benefits = ["leefloon", "werkloosheidsuitkering", "uitkering-arbeidsongeschiktheid"];
    private static readonly string[] Circumstances = ["vertraagde-uitbetaling", "invaliditeit", "vrijlating", "opvangadres", "vertraagde-uitbetaling", "huisbezoek"];
    private static readonly KboNumber[] Employers = [.. Enumerable.Range(0, 50).Select(Employer)];

    /// <summary>The number of an employer; the first fifty occur.</summary>
    public static KboNumber Employer(int i)
    {
        var body = 8_800_000 + i;
        return KboNumber.Parse($"0{body}{97 - (body % 97):00}");
    }

    public static string SourceOf(HistoryKind kind) => kind switch
    {
        HistoryKind.Person or HistoryKind.Household or HistoryKind.JobStarts or HistoryKind.JobEnds or HistoryKind.JobEndsWasWrong => "magda",
        HistoryKind.Admission or HistoryKind.Discharge => "az-gent",
        HistoryKind.Membership => "ziekenfonds",
        _ => "ocmw-gent",
    };

    /// <summary>The fact; null for a record that holds none any more.</summary>
    public static Fact? Of(HistoryEvent one)
    {
        var day = FirstDay.AddDays(one.Day);
        var at = BelgianTime.StartOf(day);
        var name = $"{one.Number}";
        return one.Kind switch
        {
            HistoryKind.Person => new PersonChanged
            {
                OccurredAt = at, BornOn = day.AddDays(-one.Citizen % 30_000), Municipality = NisCode.Parse(one.Citizen % 3 == 0 ? "44013" : "44021"), CivilStatus = $"{1 + (one.Citizen % 4)}0",
                DiedOn = one.Citizen % 150 == 0 && one.Day > 0 ? day : null,
            },
            HistoryKind.Household => new HouseholdChanged { OccurredAt = at, Members = [.. Enumerable.Range(0, one.Number).Select(i => new HouseholdMember { Position = $"{1 + i:00}" })] },
            HistoryKind.Membership => new InsuranceMembershipChanged { OccurredAt = at, Mutuality = "306", IncreasedAllowance = one.Citizen % 5 == 0 },
            HistoryKind.JobStarts => new EmploymentStarted { OccurredAt = at, Employment = name, StartedOn = day, Employer = EmployerOf(one), WorkerKind = KindOf(one) },
            HistoryKind.JobEnds => new EmploymentEnded { OccurredAt = at, Employment = name, EndedOn = day, Employer = EmployerOf(one), WorkerKind = KindOf(one) },
            HistoryKind.BenefitBegins => new BenefitGranted { OccurredAt = at, Benefit = BenefitOf(one), Right = name },
            HistoryKind.BenefitEnds => new BenefitEnded { OccurredAt = at, Benefit = BenefitOf(one), Right = name, EndedOn = day, Reason = $"{1 + (one.Day % 9)}" },
            HistoryKind.BenefitSuspended => new BenefitSuspended { OccurredAt = at, Benefit = BenefitOf(one), Right = name },
            HistoryKind.Admission => new HospitalAdmitted { OccurredAt = at.AddHours(9), Stay = name, EncounterClass = one.Day % 3 == 0 ? "AMB" : "IMP", Hospital = "AZ" },
            HistoryKind.Discharge => new HospitalDischarged { OccurredAt = at.AddHours(15), Stay = name, EncounterClass = one.Day % 3 == 0 ? "AMB" : "IMP", Disposition = DischargeDisposition.Home, Hospital = "AZ" },
            HistoryKind.FileOpens => new SupportFileOpened { OccurredAt = at, File = name, Partner = "ocmw-gent", Worker = $"mw-{one.Citizen % 40}", Themes = ["wonen"] },
            HistoryKind.FileCloses => new SupportFileClosed { OccurredAt = at, File = name, Partner = "ocmw-gent", ClosedOn = day },
            HistoryKind.Circumstance => new CircumstanceReported { OccurredAt = at, Code = Circumstances[(one.Citizen + one.Number) % Circumstances.Length] },
            HistoryKind.Eviction => new EvictionClaimed { OccurredAt = at, HearingOn = day.AddDays(30) },
            _ => null,
        };
    }

    private static KboNumber EmployerOf(HistoryEvent one) => Employers[(one.Citizen + one.Number) % Employers.Length];

    private static string KindOf(HistoryEvent one) => (one.Citizen + one.Number) % 12 == 0 ? "STU" : "OTH";

    private static string BenefitOf(HistoryEvent one) => Benefits[(one.Citizen + one.Number) % Benefits.Length];
}
