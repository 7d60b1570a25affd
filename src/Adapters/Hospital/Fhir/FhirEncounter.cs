namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>What we read of an Encounter, as it stands in the resource: nothing is checked yet. <see cref="ToString"/> shows nothing.</summary>
internal sealed record FhirEncounter
{
    /// <summary>The logical id, or else the first identifier; null when it has neither.</summary>
    public string? Id { get; init; }

    /// <summary>meta.versionId where it is a number, else meta.lastUpdated in ticks, else null.</summary>
    public long? Version { get; init; }

    /// <summary>The resource is gone: a Bundle entry that deletes it.</summary>
    public bool IsDeleted { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string> ClassCodes { get; init; } = [];

    public string? Start { get; init; }

    public string? End { get; init; }

    public IReadOnlyList<string> DispositionCodes { get; init; } = [];

    public string? Hospital { get; init; }

    /// <summary>The patient: contained, in the Bundle, or only the identifier that the reference carries; null when none could be found.</summary>
    public FhirPatient? Patient { get; init; }

    /// <summary>The encounter and its patient alone, in the format they came in: the record that is kept.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    public override string ToString() => "FhirEncounter(hidden)";
}
