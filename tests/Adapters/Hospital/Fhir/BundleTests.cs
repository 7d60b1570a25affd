using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using static IntegrationHub.Adapters.Hospital.Tests.Fhir.FhirSamples;

namespace IntegrationHub.Adapters.Hospital.Tests.Fhir;

public class BundleTests
{
    private readonly Support.Hospital hospital = new();

    [Theory]
    [InlineData("urn:uuid:11111111-2222-4333-8444-555555555555", "urn:uuid:11111111-2222-4333-8444-555555555555")]
    [InlineData("https://az.example/fhir/Patient/p1", "Patient/p1")]
    [InlineData("https://az.example/fhir/Patient/p1", "https://az.example/fhir/Patient/p1/_history/4")]
    [InlineData("urn:uuid:11111111-2222-4333-8444-555555555555", "Patient/p1")]
    public void The_patient_is_found_by_reference(string fullUrl, string reference)
    {
        foreach (var type in new[] { "transaction", "collection", "batch", "message", "searchset" })
        {
            var fresh = new Support.Hospital();
            fresh.Post("application/fhir+json", Bundle(type, fullUrl, reference)).ShouldHaveSingleItem().Kind.ShouldBe(RecordOutcomeKind.Accepted);
            fresh.Journal.Facts.Count.ShouldBe(2);
        }
    }

    [Fact]
    public void The_same_id_on_another_server_is_somebody_else()
    {
        hospital.Post("application/fhir+json", Bundle("searchset", "https://az.example/fhir/Patient/p1", "https://other.example/fhir/Patient/p1")).Single().Rejections.Single().Field.ShouldBe("Encounter.subject");
        var bundle = JsonNode.Parse(Bundle("searchset", "https://az.example/fhir/Patient/p1", "Patient/p1"))!;
        var twin = bundle["entry"]![1]!.DeepClone();
        twin["fullUrl"] = "https://other.example/fhir/Patient/p1";
        bundle["entry"]!.AsArray().Add(twin);
        hospital.Post("application/fhir+json", bundle.ToJsonString()).Single().Rejections.Single().Field.ShouldBe("Encounter.subject");
    }

    [Fact]
    public void A_conditional_reference_by_INSZ_is_understood()
    {
        hospital.Post("application/json", Bundle("transaction", "urn:x", $"Patient?identifier={Uri.EscapeDataString(Ssin)}|{Adt.OtherCitizen}")).Single().Kind.ShouldBe(RecordOutcomeKind.Accepted);
    }

    [Fact]
    public void An_unreadable_encounter_does_not_harm_the_rest()
    {
        var bundle = JsonNode.Parse(Bundle("collection", "urn:p", "urn:p"))!;
        bundle["entry"]!.AsArray().Add(JsonNode.Parse("""{"resource":{"resourceType":"Encounter","id":"bad","status":[1]}}"""));
        bundle["entry"]!.AsArray().Add(JsonNode.Parse("""{"resource":{"resourceType":"Observation","status":{"un":"readable"}}}"""));
        hospital.Post("application/fhir+json", bundle.ToJsonString()).Select(outcome => outcome.Kind).ShouldBe([RecordOutcomeKind.Accepted, RecordOutcomeKind.Quarantined]);
    }

    [Fact]
    public void Each_record_holds_its_encounter_and_patient_only_and_can_be_read_again()
    {
        var json = hospital.Reader.Read("application/fhir+json", Sample.Read("encounter-bundle.json")).ShouldHaveSingleItem();
        hospital.Normaliser.Normalise(json).Facts.Count.ShouldBe(2);
        (json.Id, json.Version).ShouldBe(("Encounter/26100105", 2));
        var xml = hospital.Reader.Read("application/fhir+xml", Encoding.UTF8.GetBytes(BundleXml)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(xml.Raw.Span).ShouldNotContain("Observation");
        hospital.Normaliser.Normalise(xml).Facts.Count.ShouldBe(2);
    }

    [Fact]
    public void A_deleted_encounter_withdraws_its_facts()
    {
        hospital.Post("application/fhir+json", Encounter("finished"));
        hospital.Post("application/fhir+json", """{"resourceType":"Bundle","type":"transaction","entry":[{"request":{"method":"DELETE","url":"Encounter/e1"}}]}""").Single().Kind.ShouldBe(RecordOutcomeKind.Accepted);
        hospital.Journal.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void A_bundle_without_encounters_holds_nothing() => hospital.Post("application/fhir+json", """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Patient","id":"p"}}]}""").ShouldBeEmpty();

    [Fact]
    public void Xml_says_the_same_as_json()
    {
        hospital.Post("text/xml; charset=utf-8", BundleXml).Single().Kind.ShouldBe(RecordOutcomeKind.Accepted);
        var discharged = hospital.Journal.Facts.OfType<HospitalDischarged>().Single();
        (discharged.Disposition, discharged.DispositionCode).ShouldBe((DischargeDisposition.OtherHospital, "other-hcf"));
        discharged.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2026, 11, 19)));
        hospital.Journal.Seen.Single().Record.Version.ShouldBe(3);
    }

    [Fact]
    public void Xml_may_contain_its_patient()
    {
        var contained = $"""<contained><Patient><id value="c"/><identifier><system value="{Ssin}"/><value value="{Adt.Citizen}"/></identifier></Patient></contained>""";
        hospital.Post("application/fhir+xml", EncounterXml("#c", contained)).Single().Kind.ShouldBe(RecordOutcomeKind.Accepted);
    }

    [Theory]
    [InlineData("<!DOCTYPE Encounter [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Encounter xmlns=\"http://hl7.org/fhir\"><id value=\"&x;\"/></Encounter>", "DTD")]
    [InlineData("<!DOCTYPE Encounter SYSTEM \"http://example.org/x.dtd\"><Encounter xmlns=\"http://hl7.org/fhir\"/>", "DTD")]
    [InlineData("<Encounter xmlns=\"http://hl7.org/fhir\"><id value=\"&x;\"/></Encounter>", "well-formed")]
    [InlineData("<Encounter", "well-formed")]
    [InlineData("<order/>", "something else")]
    public void Xml_that_is_dangerous_or_broken_is_refused_with_a_sentence(string xml, string why) =>
        hospital.Post("application/fhir+xml", xml).Single().Rejections.Single().Expected.ShouldContain(why);

    [Fact]
    public void Xml_nested_too_deep_is_refused() => hospital.Post("application/fhir+xml", string.Concat(Enumerable.Repeat("<a>", 100_000))).Single().Rejections.Single().Expected.ShouldContain("64 deep");

    private static string Bundle(string type, string fullUrl, string reference) => $$$$"""
        {"resourceType":"Bundle","type":"{{{{type}}}}","entry":[
         {"fullUrl":"urn:e","resource":{"resourceType":"Encounter","id":"e1","status":"finished","class":{"code":"IMP"},"period":{"start":"2026-11-02","end":"2026-11-19"},"subject":{"reference":"{{{{reference}}}}"}}},
         {"fullUrl":"{{{{fullUrl}}}}","resource":{"resourceType":"Patient","id":"p1","identifier":[{"system":"{{{{Ssin}}}}","value":"{{{{Adt.Citizen}}}}"}]}}]}
        """;
}
