using System.Globalization;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>
/// The seam to FHIR: bytes in, encounters out, and no type of JSON or XML in between. Hl7.Fhir.R4 can take the place of what lies behind it (decision record 0001).
/// </summary>
internal static class EncounterParser
{
    private const string Unknown = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    /// <summary>Reads an Encounter, or the encounters of a Bundle with their patients; never throws. What is neither holds none; other resources of a Bundle are passed over.</summary>
    public static FhirParsed Parse(FhirFormat format, ReadOnlyMemory<byte> body)
    {
        Rejection? why;
        FhirNode? root = format == FhirFormat.Json ? JsonNode.TryParse(body, out why) : XmlNode.TryParse(body, out why);
        if (root is null)
            return new([], why);
        return root.ResourceType switch
        {
            "Bundle" => new(FromBundle(root), null),
            "Encounter" => new([Read(root, fullUrl: null, PatientFinder.Of(root, null), body)], null),
            null => new([], new("body", "a FHIR resource (an Encounter or a Bundle), found something else", "Send an Encounter or a Bundle.")),
            _ => new([], null),
        };
    }

    private static List<FhirEncounter> FromBundle(FhirNode bundle)
    {
        var patients = new BundledPatients(bundle);
        var encounters = new List<FhirEncounter>();
        foreach (var entry in bundle.All("entry"))
        {
            if (entry.First("resource") is { ResourceType: "Encounter" } encounter)
            {
                var patient = patients.EntryOf(encounter);
                encounters.Add(Read(encounter, entry.Text("fullUrl"), PatientFinder.Of(encounter, patient?.First("resource")), bundle.WriteBundle(patient is null ? [entry] : [entry, patient])));
            }
            else if (DeletedIdOf(entry) is { } id)
            {
                encounters.Add(new() { Id = id, IsDeleted = true, Raw = bundle.WriteBundle([entry]) });
            }
        }

        return encounters;
    }

    private static string? DeletedIdOf(FhirNode entry) =>
        entry.First("request") is { } request && request.Text("method") == "DELETE" && request.Text("url")?.Split('/') is ["Encounter", { Length: > 0 } id] ? id : null;

    private static FhirEncounter Read(FhirNode encounter, string? fullUrl, FhirPatient? patient, ReadOnlyMemory<byte> raw)
    {
        var meta = encounter.First("meta");
        var period = encounter.First("period");
        return new()
        {
            Id = encounter.Text("id") ?? IdentifierOf(encounter.First("identifier")) ?? fullUrl,
            Version = VersionOf(meta?.Text("versionId"), meta?.Text("lastUpdated")),
            Status = encounter.Text("status"),
            ClassCodes = [.. encounter.All("class").SelectMany(Codes)],
            Start = period?.Text("start"),
            End = period?.Text("end"),
            DispositionCodes = [.. (encounter.First("hospitalization")?.All("dischargeDisposition") ?? []).SelectMany(Codes)],
            Hospital = HospitalOf(encounter.First("serviceProvider")),
            Patient = patient,
            Raw = raw,
        };
    }

    // A Coding (R4), or the codings and the text of a CodeableConcept (R5, and backports of it to R4).
    private static IEnumerable<string> Codes(FhirNode node)
    {
        var codes = node.All("coding").Prepend(node).Where(coding => coding.Text("system") != Unknown).Select(coding => coding.Text("code")).OfType<string>().ToList();
        return codes.Count > 0 ? codes : node.Text("text") is { } text ? [text] : [];
    }

    private static string? IdentifierOf(FhirNode? identifier) => identifier?.Text("value") is { } value ? $"{identifier.Text("system")}|{value}" : null;

    private static string? HospitalOf(FhirNode? provider) => provider?.First("identifier")?.Text("value") ?? provider?.Text("reference")?.Split('/', ':')[^1];

    private static long? VersionOf(string? versionId, string? lastUpdated) =>
        long.TryParse(versionId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : lastUpdated is not null && PartialTime.TryParseFhir(lastUpdated) is { HasDay: true } time ? time.Instant.UtcTicks
        : null;
}
