using System.ComponentModel;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>The <c>options</c> of a hospital in <c>hub.json</c>. The README has the table.</summary>
public sealed class HospitalOptions
{
    [Description("The MLLP listener; null when this hospital only posts over HTTP.")]
    public MllpOptions? Mllp { get; set; }

    [Description("Where the INSZ stands.")]
    public InszOptions Insz { get; set; } = new();

    [Description("Fields of HL7 v2 that hold the visit number, the first that is filled counts. Empty: PV1-19.")]
    public List<string> VisitFrom { get; set; } = [];

    [Description("The charset of a message whose MSH-18 is empty, as HL7 table 0211 writes it.")]
    public string Charset { get; set; } = "8859/1";

    [Description("The hospital's own discharge dispositions (PV1-36, dischargeDisposition), beside those of HL7 table 0112 and FHIR: code to name of a disposition.")]
    public Dictionary<string, string> Dispositions { get; set; } = [];

    [Description("The hospital's own patient classes (PV1-2, Encounter.class), beside the standard ones: code to IMP, AMB, EMER, ...")]
    public Dictionary<string, string> PatientClasses { get; set; } = [];

    [Description("True: facts carry the visit number as their stay. Only where that number is technical and identifies nobody outside the hospital. False: they carry the time of admission.")]
    public bool StayIsVisitNumber { get; set; }
}
