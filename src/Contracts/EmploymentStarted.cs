namespace IntegrationHub.Contracts;

/// <summary>A job began or will begin. Source of the fields: Dimona, as MAGDA GeefWerkrelaties 02.00 gives it.</summary>
public sealed record EmploymentStarted : Fact
{
    /// <summary>Identifies the job within its source; the same on <see cref="EmploymentEnded"/> (DimonaNummer).</summary>
    public required string Employment { get; init; }

    /// <summary>First day (PeriodeTijdstip/Begin/Datum).</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The employer (Werkgever/Ondernemingsnummer); null for an employer without one.</summary>
    public KboNumber? Employer { get; init; }

    /// <summary>Kind of worker (AardWerknemer), such as <c>OTH</c> or <c>STU</c> (student).</summary>
    public string? WorkerKind { get; init; }
}
