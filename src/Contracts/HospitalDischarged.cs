namespace IntegrationHub.Contracts;

/// <summary>A hospital discharged the citizen. <see cref="Fact.OccurredAt"/> is the discharge (HL7 v2 PV1-45, FHIR Encounter.period.end).</summary>
public sealed record HospitalDischarged : Fact
{
    /// <summary>Points at the stay among those of this citizen in this source, without identifying her outside it: the time of admission, or a technical number; the same on <see cref="HospitalAdmitted"/>.</summary>
    public required string Stay { get; init; }

    /// <summary>Kind of encounter, as the HL7 v3 ActCode that FHIR Encounter.class uses: <c>IMP</c> inpatient, <c>AMB</c> ambulatory, <c>EMER</c> emergency.</summary>
    public required string EncounterClass { get; init; }

    /// <summary>Where the citizen went; null when the source does not say.</summary>
    public DischargeDisposition? Disposition { get; init; }

    /// <summary>The source's own code behind <see cref="Disposition"/> (PV1-36, dischargeDisposition).</summary>
    public string? DispositionCode { get; init; }

    /// <summary>The hospital's own code for itself (MSH-4, serviceProvider), when given.</summary>
    public string? Hospital { get; init; }
}
