using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Hospital.Fhir;

/// <summary>What we read of the patient of an encounter; <see cref="ToString"/> shows nothing.</summary>
internal sealed record FhirPatient
{
    /// <summary>Every identifier: system and value.</summary>
    public required IReadOnlyList<(string System, string Value)> Identifiers { get; init; }

    public PersonDetails? Details { get; init; }

    /// <summary><c>deceasedBoolean</c>.</summary>
    public bool IsDeceased { get; init; }

    /// <summary><c>deceasedDateTime</c> as it stands.</summary>
    public string? DeceasedAt { get; init; }

    public override string ToString() => "FhirPatient(hidden)";
}
