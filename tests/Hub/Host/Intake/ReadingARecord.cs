using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Intake;

namespace IntegrationHub.Host.Tests.Intake;

public class ReadingARecord
{
    private static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 21));
    private static readonly Insz Insz = Insz.Parse("85673003360");
    private static readonly Pseudonymiser Pseudonyms = new("p1", new byte[32]);

    private static readonly Authorisation Ground = new(
        "a1", "magda", Purpose.ProactiveHelp, new HashSet<string>(), new HashSet<string> { "employment-ended", "household-changed" }, new HashSet<string> { "name" }, "B 1", new DateOnly(2026, 1, 1), null);

    private static readonly LegalGate Gate = new([Ground]);

    [Fact]
    public void Swaps_the_INSZ_for_a_keyed_hash_and_keeps_it_only_for_the_encrypted_column()
    {
        var fact = Read(Ends("a")).Accepted!.Facts.ShouldHaveSingleItem();

        fact.Citizen.ShouldBe(Pseudonyms.OfInsz(Insz));
        Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact)).ShouldNotContain(Insz.Digits);
        SealedPerson.Read(fact.Person)!.Insz.ShouldBe(Insz.Digits);
    }

    [Fact]
    public void Hides_a_record_id_that_is_personal()
    {
        Read(Ends("a"), Record(id: $"GeefPersoon/{Insz.Digits}", isPersonal: true)).Accepted!.RecordId.ShouldBe(Pseudonyms.OfRecordId($"GeefPersoon/{Insz.Digits}"));
        Read(Ends("a"), Record(id: "D-1", isPersonal: false)).Accepted!.RecordId.ShouldBe("D-1");
    }

    [Fact]
    public void Leaves_out_and_counts_what_no_authorisation_names()
    {
        var read = Read(Normalised.Accept(End("a"), new NormalisedFact("s", Insz, new EmploymentStarted { OccurredAt = Now, Employment = "a", StartedOn = new DateOnly(2026, 1, 1) })));

        read.Accepted!.Facts.ShouldHaveSingleItem().Contract.ShouldBe("employment-ended");
        read.Minimised.ShouldBe(1);
    }

    [Theory]
    [InlineData("weigering")]
    [InlineData("betwisting")]
    public void Keeps_what_a_citizen_objects_to_whatever_the_authorisations_with_what_says_so_and_no_more(string code)
    {
        var objection = new CircumstanceReported { OccurredAt = Now, Code = code, Attributes = new Dictionary<string, string> { ["moment"] = "ontslag", ["until"] = "2026-12-31", ["reason"] = "x" } };
        var read = Read(Normalised.Accept(new NormalisedFact("o", Insz, objection) { Person = new PersonDetails { FamilyName = "Janssens", Remark = "x" } }));

        var fact = read.Accepted!.Facts.ShouldHaveSingleItem();
        ((CircumstanceReported)fact.Fact).Attributes.Keys.ShouldBe(["moment", "until"]);
        SealedPerson.Read(fact.Person)!.Details.ShouldBe(new PersonDetails());
        read.Minimised.ShouldBe(0);
        Read(Normalised.Accept(new NormalisedFact("o", Insz, objection with { Code = "detentie" }))).Minimised.ShouldBe(1);
    }

    [Fact]
    public void Gives_the_same_version_for_the_same_content_and_another_for_another()
    {
        var first = Read(Ends("a")).Accepted!.ContentHash;

        Read(Ends("a")).Accepted!.ContentHash.ShouldBe(first);
        Read(Ends("b")).Accepted!.ContentHash.ShouldNotBe(first);
        Read(Normalised.Accept(End("a") with { Person = new PersonDetails { FamilyName = "Janssens" } })).Accepted!.ContentHash.ShouldNotBe(first);
    }

    [Fact]
    public void Keeps_beside_a_version_of_the_source_only_what_the_configuration_names()
    {
        byte[] Hash(string job, LegalGate gate) => new RecordReader("magda", "1.0", new Normaliser(_ => Ends(job)), Pseudonyms, () => gate, 100)
            .Read(Record() with { Version = 5 }, null, Now).Accepted!.ContentHash;

        Hash("b", Gate).ShouldBe(Hash("a", Gate));
        Hash("a", new LegalGate([])).ShouldNotBe(Hash("a", Gate));
    }

    [Fact]
    public void That_is_rejected_keeps_it_whole_for_the_quarantine()
    {
        var read = Read(Normalised.Reject(new Rejection("PID-3", "an INSZ, found nothing", "Fill PID-3.")));

        read.Accepted.ShouldBeNull();
        JsonDocument.Parse(read.Quarantined!.Reasons).RootElement[0].GetProperty("field").GetString().ShouldBe("PID-3");
        var kept = SealedRecord.Read(read.Quarantined.Content).Records[0];
        Encoding.UTF8.GetString(kept.Raw.Span).ShouldBe("raw");
        kept.Line.ShouldBe(7);
        kept.Properties["asked"].ShouldBe("x");
    }

    [Fact]
    public void On_which_the_adapter_fails_is_quarantined_with_the_type_and_not_the_message() =>
        Reader(_ => throw new FormatException("85673003360 is wrong")).Read(Record(), null, Now).Rejections.ShouldHaveSingleItem().ToString().ShouldBe(
            "record: expected a record that the adapter can read, found one on which it fails with System.FormatException. Report this to the maker of the adapter.");

    [Fact]
    public void That_is_too_large_is_refused_with_its_size() =>
        Reader(_ => throw new InvalidOperationException("must not be asked")).Read(Record(raw: new string('x', 101)), null, Now).Rejections.ShouldHaveSingleItem().Expected.ShouldBe("at most 100 bytes, found 101");

    [Fact]
    public void Seals_only_the_fields_that_an_authorisation_names()
    {
        var person = new PersonDetails { FamilyName = "Janssens", Telephone = "09 555 01 01", Remark = "x" };

        var kept = SealedPerson.Read(Read(Normalised.Accept(End("a") with { Person = person })).Accepted!.Facts[0].Person)!;

        (kept.Details!.FamilyName, kept.Details.Telephone, kept.Details.Remark).ShouldBe(("Janssens", null, null));
    }

    [Fact]
    public void Whose_ground_lapses_stays_the_version_it_was()
    {
        var lapsing = new LegalGate([Ground with { ValidUntil = new DateOnly(2026, 12, 31) }]);
        RecordReading On(DateTimeOffset day) => new RecordReader("magda", "1.0", new Normaliser(_ => Ends("a")), Pseudonyms, () => lapsing, 100).Read(Record(), null, day);

        On(Now.AddYears(1)).Accepted!.Facts.ShouldBeEmpty();
        On(Now.AddYears(1)).Accepted!.ContentHash.ShouldBe(On(Now).Accepted!.ContentHash);
        Reader(_ => Ends("a")).Read(Record(), null, Now).Accepted!.ContentHash.ShouldBe(On(Now).Accepted!.ContentHash);
    }

    [Fact]
    public void Is_stored_as_the_authorisations_are_at_that_moment()
    {
        var gate = new LegalGate([]);
        var reader = new RecordReader("magda", "1.0", new Normaliser(_ => Ends("a")), Pseudonyms, () => gate, 100);
        reader.Read(Record(), null, Now).Accepted!.Facts.ShouldBeEmpty();

        gate = Gate;

        reader.Read(Record(), null, Now).Accepted!.Facts.ShouldHaveSingleItem();
        reader.Read(Record(), null, Now).Accepted!.ContentHash.ShouldBe(Reader(_ => Ends("a")).Read(Record(), null, Now).Accepted!.ContentHash);
    }

    [Fact]
    public void With_an_id_that_no_store_can_hold_is_known_by_its_hash()
    {
        foreach (var id in new[] { "a\0b", "a" + (char)0xD800, new string('x', 401) })
            Read(Ends("a"), Record(id)).Accepted!.RecordId.ShouldBe(Pseudonyms.OfRecordId(id));
        Read(Ends("a"), Record("a😀")).Accepted!.RecordId.ShouldBe("a😀");
    }

    [Fact]
    public void Of_a_household_whose_members_do_not_match_is_quarantined() =>
        Read(Normalised.Accept(new NormalisedFact("h", Insz, new HouseholdChanged { OccurredAt = Now, Members = [new()] }))).Rejections.ShouldHaveSingleItem().Field.ShouldBe("h");

    [Fact]
    public void On_which_the_adapter_gives_no_INSZ_is_quarantined() =>
        Read(Normalised.Accept(new NormalisedFact("a", default, End("a").Fact))).Quarantined.ShouldNotBeNull();

    [Fact]
    public void With_one_key_twice_is_refused() => Read(Normalised.Accept(End("a"), End("a"))).Rejections.ShouldHaveSingleItem().Field.ShouldBe("a");

    private static RecordReading Read(Normalised normalised, SourceRecord? record = null) => Reader(_ => normalised).Read(record ?? Record(), null, Now);

    private static RecordReader Reader(Func<SourceRecord, Normalised> normalise) => new("magda", "1.0", new Normaliser(normalise), Pseudonyms, () => Gate, 100);

    private static Normalised Ends(string job) => Normalised.Accept(End(job));

    private static NormalisedFact End(string job) => new(job, Insz, new EmploymentEnded { OccurredAt = Now, Employment = job, EndedOn = new DateOnly(2026, 11, 18) });

    private static SourceRecord Record(string id = "D-1", bool isPersonal = false, string raw = "raw") => new()
    {
        Id = id, IdIsPersonal = isPersonal, Kind = "k", Line = 7, Raw = Encoding.UTF8.GetBytes(raw), Properties = new Dictionary<string, string> { ["asked"] = "x" },
    };

    private sealed class Normaliser(Func<SourceRecord, Normalised> normalise) : IRecordNormaliser
    {
        public Normalised Normalise(SourceRecord record) => normalise(record);
    }
}
