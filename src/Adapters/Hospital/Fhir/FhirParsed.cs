using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>What a body holds: its encounters, or why it could not be read.</summary>
internal sealed record FhirParsed(IReadOnlyList<FhirEncounter> Encounters, Rejection? Unreadable);
