using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using static IntegrationHub.Adapters.Hospital.Tests.Fhir.FhirSamples;

namespace IntegrationHub.Adapters.Hospital.Tests.Fhir;

public class EncounterTests
{
    private const string Json = "application/fhir+json";

    private readonly Support.Hospital hospital = new();

    private IReadOnlyList<Fact> Facts(string body)
    {
        hospital.Post(Json, body).ShouldAllBe(outcome => outcome.Kind == RecordOutcomeKind.Accepted);
        return hospital.Journal.Facts;
    }

    private Rejection OnlyRejection(string body) => hospital.Post(Json, body).ShouldHaveSingleItem().Rejections.ShouldHaveSingleItem();

    [Fact]
    public void A_finished_encounter_is_an_admission_and_a_discharge()
    {
        var facts = Facts(Encounter("finished"));
        facts.OfType<HospitalAdmitted>().Single().OccurredAt.UtcDateTime.ShouldBe(new DateTime(2026, 11, 2, 7, 40, 0));
        var discharged = facts.OfType<HospitalDischarged>().Single();
        (discharged.OccurredAt.UtcDateTime, discharged.Stay, discharged.EncounterClass).ShouldBe((new DateTime(2026, 11, 19, 13, 0, 0), "2026-11-02T07:40:00Z", "IMP"));
    }

    [Theory]
    [InlineData("in-progress", 1)]
    [InlineData("arrived", 1)]
    [InlineData("planned", 0)]
    [InlineData("cancelled", 0)]
    [InlineData("entered-in-error", 0)]
    public void The_status_says_what_happened(string status, int facts) => Facts(Encounter(status)).Count.ShouldBe(facts);

    [Fact]
    public void What_was_entered_in_error_withdraws_the_facts()
    {
        Facts(Encounter("finished", more: """ "meta":{"versionId":"1"}, """)).Count.ShouldBe(2);
        Facts(Encounter("entered-in-error", more: """ "meta":{"versionId":"2"}, """)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"code":"ACUTE","system":"http://terminology.hl7.org/CodeSystem/v3-ActCode"}""", "IMP")]
    [InlineData("""{"code":"EMER"}""", "EMER")]
    [InlineData("""[{"coding":[{"system":"urn:x","code":"local"},{"code":"AMB"}]}]""", "AMB")]
    public void The_class_is_a_coding_or_as_R5_a_list_of_concepts(string cls, string expected) =>
        Facts(Encounter("in-progress", cls: cls)).Single().ShouldBeOfType<HospitalAdmitted>().EncounterClass.ShouldBe(expected);

    [Fact]
    public void The_identity_is_the_id_or_else_the_first_identifier()
    {
        byte[] Bytes(string json) => System.Text.Encoding.UTF8.GetBytes(json);
        var record = hospital.Reader.Read(Json, Bytes(Encounter("finished"))).Single();
        (record.Id, record.IdIsPersonal, record.Version).ShouldBe(("Encounter/e1", true, null));
        hospital.Reader.Read(Json, Bytes(Encounter("finished", id: """ "identifier":[{"system":"urn:v","value":"77"}],"""))).Single().Id.ShouldBe("Encounter/urn:v|77");
        OnlyRejection(Encounter("finished", id: "")).Field.ShouldBe("Encounter.id");
    }

    [Fact]
    public void The_version_is_the_servers()
    {
        long? VersionOf(string meta) => hospital.Reader.Read(Json, System.Text.Encoding.UTF8.GetBytes(Encounter("finished", more: meta))).Single().Version;
        VersionOf(""" "meta":{"versionId":"7","lastUpdated":"2026-11-19T14:12:00Z"},""").ShouldBe(7);
        VersionOf(""" "meta":{"versionId":"a-b","lastUpdated":"2026-11-19T14:12:00Z"},""").ShouldBe(new DateTime(2026, 11, 19, 14, 12, 0).Ticks);
        VersionOf("").ShouldBeNull();
    }

    [Fact]
    public void The_patient_may_be_contained()
    {
        var facts = Facts($$"""
            {"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},"period":{"start":"2026-11-02","end":"2026-11-19"},"subject":{"reference":"#p"},
             "contained":[{"resourceType":"Patient","id":"p","identifier":[{"system":"{{Ssin}}","value":"{{Adt.Citizen}}"}],"deceasedDateTime":"2026-11-18"}]}
            """);
        facts.OfType<HospitalDischarged>().Single().Disposition.ShouldBe(DischargeDisposition.Died);
    }

    [Theory]
    [InlineData("\"deceasedBoolean\":true", DischargeDisposition.Died)]
    [InlineData("\"deceasedDateTime\":\"2026-11-19T14:00:00+01:00\"", DischargeDisposition.Died)]
    [InlineData("\"deceasedDateTime\":\"2026-11-20\"", DischargeDisposition.Home)]
    [InlineData("\"deceasedBoolean\":false", DischargeDisposition.Home)]
    public void A_death_by_the_discharge_is_its_disposition(string deceased, DischargeDisposition expected)
    {
        var bundle = System.Text.Encoding.UTF8.GetString(Sample.Read("encounter-bundle.json")).Replace("\"id\": \"p-105\",", $"\"id\": \"p-105\", {deceased},");
        Facts(bundle).OfType<HospitalDischarged>().Single().Disposition.ShouldBe(expected);
    }

    [Theory]
    [InlineData("""{"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},"period":{"start":"2026-11-02","end":"2026-11-19"}}""", "Encounter.subject")]
    [InlineData("""{"resourceType":"Encounter","id":"e1","status":"almost"}""", "Encounter.status")]
    [InlineData("""{"resourceType":"Encounter","id":"e1","status":"finished" """, "body, line 1, byte 59")]
    [InlineData("""{"name":"no resource"}""", "body")]
    public void What_is_missing_is_named(string body, string field) => OnlyRejection(body).Field.ShouldBe(field);

    [Fact]
    public void A_finished_encounter_needs_its_end() => OnlyRejection(Encounter("finished", period: """{"start":"2026-11-02"}""")).Field.ShouldBe("Encounter.period.end");

    [Fact]
    public void A_wrong_INSZ_is_named_by_kind() => OnlyRejection(Encounter("finished", insz: "12345")).ToString().ShouldNotContain("12345");

    [Fact]
    public void Json_nested_too_deep_is_refused() => OnlyRejection(string.Concat(Enumerable.Repeat("[", 1000))).Expected.ShouldContain("64 deep");
}
