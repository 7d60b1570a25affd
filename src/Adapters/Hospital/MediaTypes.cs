using System.Net.Http.Headers;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>The media types a hospital posts. The first of each group is also the kind of the records made of it.</summary>
internal static class MediaTypes
{
    public const string Hl7V2 = "application/hl7-v2";
    public const string FhirJson = "application/fhir+json";
    public const string FhirXml = "application/fhir+xml";

    /// <summary>Any header that means one of the three, by what it means.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [Hl7V2] = Hl7V2,
        ["application/hl7-v2+er7"] = Hl7V2,
        ["x-application/hl7-v2+er7"] = Hl7V2,
        [FhirJson] = FhirJson,
        ["application/json"] = FhirJson,
        ["application/json+fhir"] = FhirJson,
        [FhirXml] = FhirXml,
        ["application/xml"] = FhirXml,
        ["application/xml+fhir"] = FhirXml,
        ["text/xml"] = FhirXml,
    };

    public static IReadOnlyCollection<string> All { get; } = [.. Kinds.Keys];

    /// <summary>The kind behind a Content-Type header; null when it is none of ours.</summary>
    public static string? KindOf(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var header) && header.MediaType is { } type ? Kinds.GetValueOrDefault(type) : null;

    /// <summary>The charset parameter of a Content-Type header; null when there is none.</summary>
    public static string? CharsetOf(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var header) ? header.CharSet?.Trim('"') : null;
}
