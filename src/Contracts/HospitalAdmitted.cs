namespace IntegrationHub.Contracts;

/// <summary>A hospital admitted the citizen. <see cref="Fact.OccurredAt"/> is the admission (HL7 v2 PV1-44, FHIR Encounter.period.start).</summary>
public sealed record HospitalAdmitted : Fact
{
    /// <summary>Points at the stay among those of this citizen in this source, without identifying her outside it: the time of admission, or a technical number; the same on <see cref="HospitalDischarged"/>.</summary>
    public required string Stay { get; init; }

    /// <summary>Kind of encounter, as the HL7 v3 ActCode that FHIR Encounter.class uses: <c>IMP</c> inpatient, <c>AMB</c> ambulatory, <c>EMER</c> emergency.</summary>
    public required string EncounterClass { get; init; }

    /// <summary>The hospital's own code for itself (MSH-4, serviceProvider), when given.</summary>
    public string? Hospital { get; init; }
}
