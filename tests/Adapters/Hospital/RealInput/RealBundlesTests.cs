using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IntegrationHub.Adapters.Hospital.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using static IntegrationHub.Adapters.Hospital.Tests.Fhir.FhirSamples;

namespace IntegrationHub.Adapters.Hospital.Tests.RealInput;

/// <summary>Synthea's bundles: an ssin is added to the patient of a copy in memory. What must come of them is counted with JsonDocument alone.</summary>
public class RealBundlesTests
{
    private static IReadOnlyList<byte[]> Bundles() => [.. RealData.Files("fhir", "*.json").Select(File.ReadAllBytes)];

    private static byte[] WithSsin(byte[] bundle)
    {
        var root = JsonNode.Parse(bundle)!;
        foreach (var patient in root["entry"]!.AsArray().Select(entry => entry!["resource"]!).Where(resource => (string?)resource["resourceType"] == "Patient"))
            patient["identifier"]!.AsArray().Add(new JsonObject { ["system"] = Ssin, ["value"] = Adt.Citizen });
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static List<(string Status, string Class)> Encounters(byte[] bundle)
    {
        using var document = JsonDocument.Parse(bundle);
        return [.. document.RootElement.GetProperty("entry").EnumerateArray().Select(entry => entry.GetProperty("resource"))
            .Where(resource => resource.GetProperty("resourceType").GetString() == "Encounter")
            .Select(encounter => (encounter.GetProperty("status").GetString()!, encounter.GetProperty("class").GetProperty("code").GetString()!))];
    }

    [Fact]
    public void As_they_are_every_encounter_is_quarantined_for_lack_of_an_INSZ()
    {
        var hospital = new Support.Hospital();
        var bundles = Bundles();
        var outcomes = bundles.SelectMany(bundle => hospital.Post("application/fhir+json", bundle)).ToList();
        outcomes.Count.ShouldBe(bundles.Sum(bundle => Encounters(bundle).Count));
        outcomes.Count.ShouldBeGreaterThan(100);
        outcomes.ShouldAllBe(outcome => outcome.Rejections.Single().Field == $"Patient.identifier of system {Ssin}");
    }

    [Fact]
    public void With_an_ssin_each_finished_encounter_is_a_discharge_of_its_class()
    {
        var hospital = new Support.Hospital();
        var bundles = Bundles();
        var expected = bundles.SelectMany(Encounters).Where(encounter => encounter.Status == "finished").CountBy(encounter => encounter.Class).OrderBy(pair => pair.Key);
        bundles.SelectMany(bundle => hospital.Post("application/fhir+json", WithSsin(bundle))).ShouldAllBe(outcome => outcome.Kind == RecordOutcomeKind.Accepted);
        hospital.Journal.Facts.OfType<HospitalDischarged>().CountBy(fact => fact.EncounterClass).OrderBy(pair => pair.Key).ShouldBe(expected);
        hospital.Journal.Facts.OfType<HospitalAdmitted>().Count().ShouldBe(bundles.Sum(bundle => Encounters(bundle).Count));
        hospital.Journal.Facts.OfType<HospitalDischarged>().Count(fact => fact.Disposition == DischargeDisposition.Home).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void In_xml_they_say_the_same_as_in_json()
    {
        var json = new Support.Hospital();
        var xml = new Support.Hospital();
        foreach (var bundle in Bundles().Select(WithSsin))
        {
            json.Post("application/fhir+json", bundle);
            xml.Post("application/fhir+xml", ToXml(bundle));
        }

        string[] Facts(Support.Hospital hospital) => [.. hospital.Journal.Facts.Select(fact => fact.ToString()!).Order()];
        Facts(xml).ShouldBe(Facts(json));
        Facts(xml).Length.ShouldBeGreaterThan(200);
    }

    /// <summary>The rules of FHIR for XML, for what we need of a bundle: patients and encounters.</summary>
    private static byte[] ToXml(byte[] bundle)
    {
        XNamespace fhir = "http://hl7.org/fhir";
        using var document = JsonDocument.Parse(bundle);
        var kept = document.RootElement.GetProperty("entry").EnumerateArray().Where(entry => entry.GetProperty("resource").GetProperty("resourceType").GetString() is "Patient" or "Encounter");
        var root = new XElement(fhir + "Bundle", kept.Select(entry => Element("entry", entry)));
        using var stream = new MemoryStream();
        root.Save(stream);
        return stream.ToArray();

        XElement Element(string name, JsonElement value) => value.ValueKind == JsonValueKind.Object
            ? name == "resource" ? new(fhir + name, Element(value.GetProperty("resourceType").GetString()!, value)) : new(fhir + name, value.EnumerateObject().Where(Travels).SelectMany(Elements))
            : new(fhir + name, new XAttribute("value", value.ToString()));

        IEnumerable<XElement> Elements(JsonProperty property) =>
            property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().Select(item => Element(property.Name, item)) : [Element(property.Name, property.Value)];

        static bool Travels(JsonProperty property) => property.Name is not ("resourceType" or "text" or "extension") || property.Value.ValueKind == JsonValueKind.String && property.Name != "resourceType";
    }
}
