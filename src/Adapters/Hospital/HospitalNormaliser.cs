using IntegrationHub.Adapters.Hospital.Fhir;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Turns a hospital's records into admissions and discharges, by their kind.</summary>
internal sealed class HospitalNormaliser(IOptions<HospitalOptions> options) : IRecordNormaliser
{
    private readonly AdtNormaliser adt = new(options.Value);
    private readonly EncounterNormaliser encounters = new(options.Value);

    public Normalised Normalise(SourceRecord record) => MediaTypes.KindOf(record.Kind) switch
    {
        MediaTypes.Hl7V2 => adt.Normalise(record.Raw, record.Properties.GetValueOrDefault(Hl7Reader.CharsetProperty)),
        MediaTypes.FhirJson => encounters.Normalise(FhirFormat.Json, record.Raw),
        MediaTypes.FhirXml => encounters.Normalise(FhirFormat.Xml, record.Raw),
        _ => Normalised.Reject(new Rejection("Content-Type", $"one of {string.Join(", ", MediaTypes.All)}, found another", "Send one of these.")),
    };
}
