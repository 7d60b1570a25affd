namespace IntegrationHub.Adapters.Hospital;

/// <summary>The <c>options</c> of a hospital in <c>hub.json</c>. The README has the table.</summary>
public sealed class HospitalOptions
{
    /// <summary>The MLLP listener; null when this hospital only posts over HTTP.</summary>
    public MllpOptions? Mllp { get; set; }

    /// <summary>Where the INSZ stands.</summary>
    public InszOptions Insz { get; set; } = new();

    /// <summary>Fields of HL7 v2 that hold the visit number, the first that is filled counts. Empty: <c>PV1-19</c>.</summary>
    public List<string> VisitFrom { get; set; } = [];

    /// <summary>The charset of a message whose MSH-18 is empty, as HL7 table 0211 writes it.</summary>
    public string Charset { get; set; } = "8859/1";

    /// <summary>The hospital's own discharge dispositions (PV1-36, dischargeDisposition), beside those of HL7 table 0112 and FHIR: code to name of a disposition.</summary>
    public Dictionary<string, string> Dispositions { get; set; } = [];

    /// <summary>The hospital's own patient classes (PV1-2, Encounter.class), beside the standard ones: code to IMP, AMB, EMER, ...</summary>
    public Dictionary<string, string> PatientClasses { get; set; } = [];

    /// <summary>
    /// True: facts carry the visit number as their stay. Only where that number is technical and identifies nobody outside the hospital. False: they carry the time of admission.
    /// </summary>
    public bool StayIsVisitNumber { get; set; }
}
