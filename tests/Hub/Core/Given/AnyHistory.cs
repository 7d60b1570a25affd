using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Tests.Given;

/// <summary>
/// Random versions of random facts of every contract about a few people who live, or lived, together: corrected, withdrawn, moved from one citizen to another, dated or not, before now and
/// after. Few values and few days, so that facts meet.
/// </summary>
internal sealed class AnyHistory(Random random)
{
    public static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 21)).AddHours(10);

    public static readonly CitizenRef[] People = [.. Enumerable.Range(1, 4).Select(i => new CitizenRef(new Guid(i, 0, 0, new byte[8])))];

    private static readonly string[] Sources = ["magda", "ocmw", "cm"];
    private static readonly KboNumber[] Employers = [KboNumber.Parse("0203430576"), KboNumber.Parse("0206731645")];
    private static readonly NisCode[] Municipalities = [NisCode.Parse("44021"), NisCode.Parse("11002")];
    private int records;

    /// <summary>What the journal holds of a few records.</summary>
    public List<Fact> Facts(int atMost)
    {
        var facts = new List<Fact>();
        for (var record = random.Next(2, atMost + 1); record > 0; record--)
            facts.AddRange(Record(Content));
        return facts;
    }

    /// <summary>What the journal holds of one record with one fact: one to four versions, in which it may be withdrawn, come back, or move to somebody else.</summary>
    public List<Fact> Record(Func<CitizenRef, DateTimeOffset, Fact> content)
    {
        var (source, record, key) = (One(Sources), $"r{records++}", One("a", "b"));
        var owner = One(People);
        var known = Now.AddDays(-random.Next(0, 500));
        var kind = random.Next(int.MaxValue);
        var versions = new List<Fact>();
        for (var revision = 1; revision == 1 || (revision < 5 && random.Next(3) == 0); revision++)
        {
            if (revision > 1 && random.Next(3) == 0)
            {
                Add(new FactWithdrawn { OccurredAt = known, Contract = "any" }, owner, revision);
            }
            else
            {
                if (revision > 1 && random.Next(5) == 0)
                {
                    var next = One(People);
                    if (next != owner)
                        Add(new FactWithdrawn { OccurredAt = known, Contract = "any" }, owner, revision);
                    owner = next;
                }

                Add(content(owner, known) is var made && revision == 1 ? made : Again(content, owner, known, versions), owner, revision);
            }

            known = known.AddDays(random.Next(0, 60));
            if (known > Now)
                known = Now;
        }

        return versions;

        void Add(Fact fact, CitizenRef citizen, int revision) => versions.Add(fact with { Citizen = citizen, Source = source, RecordId = record, FactKey = key, Revision = revision, KnownAt = known });
    }

    /// <summary>A fact of any contract.</summary>
    public Fact Content(CitizenRef owner, DateTimeOffset known) => random.Next(20) switch
    {
        0 or 1 => new PersonChanged
        {
            OccurredAt = Dated(), BornOn = Maybe(() => DateOnly.FromDateTime(Now.DateTime).AddYears(-One(0, 10, 16, 18, 18, 30)).AddDays(random.Next(-60, 20))),
            DiedOn = random.Next(8) == 0 ? Day() : null, Municipality = Maybe(() => One(Municipalities)), CivilStatus = Maybe(() => One("10", "20", "30", "40")),
            CivilStatusSince = Maybe(Day), CohabitationEndedOn = random.Next(6) == 0 ? Day() : null, StruckOffOn = random.Next(6) == 0 ? Day() : null,
        },
        2 or 3 or 4 => Household(owner),
        5 => new InsuranceMembershipChanged { OccurredAt = Start(), Mutuality = "108", IncreasedAllowance = random.Next(2) == 0, Until = Maybe(Later) },
        6 or 7 => Started(),
        8 or 9 => Ended(),
        10 => new BenefitGranted { OccurredAt = Start(), Benefit = Benefit(), Right = One("r1", "r2"), Until = Maybe(Later), Category = Maybe(() => One("1", "2")) },
        11 => new BenefitSuspended { OccurredAt = Start(), Benefit = Benefit(), Right = One("r1", "r2"), Until = Maybe(Later), Reason = Maybe(() => One("4", "9")) },
        12 => Day() is var ended ? new BenefitEnded { OccurredAt = BelgianTime.StartOf(ended), Benefit = Benefit(), Right = One("r1", "r2"), EndedOn = ended, Reason = Maybe(() => One("4", "9")) } : null!,
        13 => new HospitalAdmitted { OccurredAt = Start().AddHours(9), Stay = One("s1", "s2"), EncounterClass = One("IMP", "AMB") },
        14 => new HospitalDischarged { OccurredAt = Start().AddHours(15), Stay = One("s1", "s2"), EncounterClass = One("IMP", "AMB"), Disposition = Maybe(() => One(Enum.GetValues<DischargeDisposition>())) },
        15 => new SupportFileOpened { OccurredAt = Start(), File = One("f1", "f2"), Partner = One("ocmw-gent", "caw-gent"), Themes = random.Next(2) == 0 ? ["wonen", "schulden"] : [] },
        16 => Day() is var closed ? new SupportFileClosed { OccurredAt = BelgianTime.StartOf(closed), File = One("f1", "f2"), Partner = "ocmw-gent", ClosedOn = closed } : null!,
        17 => random.Next(2) == 0 ? new EvictionClaimed { OccurredAt = Start(), HearingOn = Maybe(Day) } : new BankruptcyDeclared { OccurredAt = Start(), Enterprise = One(Employers) },
        18 => new CitizenIdentityReplaced { OccurredAt = Start() },
        _ => Circumstance(),
    };

    public CircumstanceReported Flag() => new()
    {
        OccurredAt = Start(), Code = One("opvangadres", "veiligheidsrisico"),
        Attributes = Maybe(Later) is { } until ? new Dictionary<string, string> { ["until"] = until.ToString("yyyy-MM-dd") } : new Dictionary<string, string>(),
    };

    /// <summary>A refusal or a dispute, of what the other facts and the rules are about.</summary>
    public CircumstanceReported Objection(IReadOnlyList<string> moments)
    {
        var attributes = new Dictionary<string, string>();
        var code = One("weigering", "betwisting");
        if (code == "weigering" && random.Next(6) > 0)
            attributes["moment"] = random.Next(6) == 0 ? "alle" : moments[random.Next(moments.Count)];
        if (code == "betwisting" && random.Next(4) > 0)
            attributes["contract"] = One([.. Core.Rules.Fields.FactFields.Contracts]);
        if (code == "betwisting" && random.Next(3) == 0)
            attributes["source"] = One(Sources);
        if (code == "betwisting" && random.Next(3) == 0)
            attributes["recordId"] = $"r{random.Next(6)}";
        if (random.Next(3) == 0)
            attributes["until"] = Later().ToString("yyyy-MM-dd");
        return new CircumstanceReported { OccurredAt = Start(), Code = code, Attributes = attributes };
    }

    public T One<T>(params T[] values) => values[random.Next(values.Length)];

    /// <summary>Corrected: of the same contract, as versions of a fact are.</summary>
    private static Fact Again(Func<CitizenRef, DateTimeOffset, Fact> content, CitizenRef owner, DateTimeOffset known, List<Fact> versions)
    {
        var type = versions[0].GetType();
        for (var tries = 0; tries < 500; tries++)
        {
            if (content(owner, known) is var fact && fact.GetType() == type)
                return fact;
        }

        throw new InvalidOperationException("No such fact came up.");
    }

    private CircumstanceReported Circumstance() => random.Next(3) == 0 ? Flag() : new CircumstanceReported
    {
        OccurredAt = Start(), Code = One("vrijlating", "vertraagde-uitbetaling", "vertraagde-uitbetaling", "invaliditeit", "detentie"), Attributes = new Dictionary<string, string> { ["days"] = $"{random.Next(90)}", ["benefit"] = Benefit() },
    };

    private HouseholdChanged Household(CitizenRef owner)
    {
        var members = People.Where(person => person == owner ? random.Next(4) > 0 : random.Next(5) < 2).Select(person => new HouseholdMember { Citizen = person });
        return new HouseholdChanged { OccurredAt = Dated(), Members = [.. members] };
    }

    private EmploymentStarted Started() => Day() is var day
        ? new EmploymentStarted { OccurredAt = BelgianTime.StartOf(day), Employment = One("j1", "j2"), StartedOn = day, Employer = MaybeEmployer(), WorkerKind = Maybe(() => One("OTH", "STU")) }
        : null!;

    private EmploymentEnded Ended() => Day() is var day
        ? new EmploymentEnded { OccurredAt = BelgianTime.StartOf(day), Employment = One("j1", "j2"), EndedOn = day, Employer = MaybeEmployer(), WorkerKind = Maybe(() => One("OTH", "STU")) }
        : null!;

    private KboNumber? MaybeEmployer() => random.Next(3) == 0 ? null : One(Employers);

    private string Benefit() => One("leefloon", "werkloosheidsuitkering", "uitkering-arbeidsongeschiktheid");

    /// <summary>Mostly lately, sometimes long ago or announced; on few days, so that facts meet.</summary>
    private DateOnly Day() => DateOnly.FromDateTime(Now.DateTime).AddDays(random.Next(6) switch { 0 => 7 * random.Next(0, 9), 1 => -30 * random.Next(1, 30), _ => -3 * random.Next(0, 12) });

    /// <summary>A last day, often still to come; sometimes the one that sources write for "no end".</summary>
    private DateOnly Later() => random.Next(12) == 0 ? One(DateOnly.MaxValue, DateOnly.MinValue) : random.Next(2) == 0 ? Day() : DateOnly.FromDateTime(Now.DateTime).AddDays(7 * random.Next(-6, 12));

    private DateTimeOffset Start() => BelgianTime.StartOf(Day());

    private DateTimeOffset Dated() => random.Next(3) == 0 ? BelgianTime.StartOf(new DateOnly(1970, 1, 1)) : Start();

    private T? Maybe<T>(Func<T> make)
        where T : struct => random.Next(2) == 0 ? make() : null;

    private string? Maybe(Func<string> make) => random.Next(2) == 0 ? make() : null;
}
