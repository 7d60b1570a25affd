using System.ComponentModel;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where a citizen's INSZ stands.</summary>
public sealed class InszOptions
{
    [Description("Fields of HL7 v2 in order, the first valid INSZ counts: PID-3:NNBEL (the repetition whose identifier type, CX.5, is NNBEL), PID-19. Empty: these two.")]
    public List<string> From { get; set; } = [];

    [Description("The identifier system of the INSZ in FHIR.")]
    public string FhirSystem { get; set; } = "https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin";
}
