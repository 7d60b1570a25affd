namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where a citizen's INSZ stands.</summary>
public sealed class InszOptions
{
    /// <summary>
    /// Fields of HL7 v2 in order, the first valid INSZ counts: <c>PID-3:NNBEL</c> (the repetition whose identifier type, CX.5, is NNBEL), <c>PID-19</c>. Empty: these two.
    /// </summary>
    public List<string> From { get; set; } = [];

    /// <summary>The identifier system of the INSZ in FHIR.</summary>
    public string FhirSystem { get; set; } = "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin";
}
