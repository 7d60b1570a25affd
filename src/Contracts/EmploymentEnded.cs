namespace IntegrationHub.Contracts;

/// <summary>
/// A job ended or will end: the end may lie in the future. Source of the fields: Dimona, as MAGDA GeefWerkrelaties 02.00 gives it.
/// </summary>
public sealed record EmploymentEnded : Fact
{
    /// <summary>Identifies the job within its source; the same on <see cref="EmploymentStarted"/> (DimonaNummer).</summary>
    public required string Employment { get; init; }

    /// <summary>Last day in service (PeriodeTijdstip/Einde/Datum).</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>The employer (Werkgever/Ondernemingsnummer); null for an employer without one.</summary>
    public KboNumber? Employer { get; init; }

    /// <summary>Kind of worker (AardWerknemer), such as <c>OTH</c> or <c>STU</c> (student).</summary>
    public string? WorkerKind { get; init; }
}
