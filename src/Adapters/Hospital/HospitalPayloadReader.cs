using IntegrationHub.Adapters.Hospital.Fhir;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Splits what a hospital posts: a Bundle into encounters, a file of HL7 v2 into messages.</summary>
internal sealed class HospitalPayloadReader(IOptions<HospitalOptions> options) : IPayloadReader
{
    private readonly Hl7Reader hl7 = new(options.Value);

    public IReadOnlyCollection<string> ContentTypes => MediaTypes.All;

    public IReadOnlyList<SourceRecord> Read(string contentType, ReadOnlyMemory<byte> body) => MediaTypes.KindOf(contentType) switch
    {
        MediaTypes.Hl7V2 => [.. Hl7Reader.Split(body).Select(message => hl7.Read(message, MediaTypes.CharsetOf(contentType)).Record).OfType<SourceRecord>()],
        MediaTypes.FhirXml => FhirReader.Read(FhirFormat.Xml, body),
        _ => FhirReader.Read(FhirFormat.Json, body),
    };
}
