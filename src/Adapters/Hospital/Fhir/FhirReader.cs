using System.Security.Cryptography;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>Makes source records of a body: one for each encounter, with its own id and version.</summary>
internal static class FhirReader
{
    public static IReadOnlyList<SourceRecord> Read(FhirFormat format, ReadOnlyMemory<byte> body)
    {
        var parsed = EncounterParser.Parse(format, body);
        return parsed.Unreadable is not null
            ? [Record(format, "unread/" + Convert.ToHexString(SHA256.HashData(body.Span)), null, body)]
            : [.. parsed.Encounters.Select(encounter => Record(format, IdOf(encounter), encounter.Version, encounter.Raw))];
    }

    private static string IdOf(FhirEncounter encounter) =>
        encounter.Id is { } id ? "Encounter/" + id : "unread/" + Convert.ToHexString(SHA256.HashData(encounter.Raw.Span));

    private static SourceRecord Record(FhirFormat format, string id, long? version, ReadOnlyMemory<byte> raw) => new()
    {
        Id = id,
        IdIsPersonal = true,
        Version = version,
        Kind = format == FhirFormat.Json ? MediaTypes.FhirJson : MediaTypes.FhirXml,
        Raw = raw,
    };
}
