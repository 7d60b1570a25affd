namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>The two formats in which a resource travels.</summary>
internal enum FhirFormat
{
    /// <summary><c>application/fhir+json</c>.</summary>
    Json,

    /// <summary><c>application/fhir+xml</c>.</summary>
    Xml,
}
