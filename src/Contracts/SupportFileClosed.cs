namespace IntegrationHub.Contracts;

/// <summary>A partner closed a file (dossier). <see cref="Fact.OccurredAt"/> is the start of <see cref="ClosedOn"/>.</summary>
public sealed record SupportFileClosed : Fact
{
    /// <summary>Identifies the file within its source; the same on <see cref="SupportFileOpened"/>.</summary>
    public required string File { get; init; }

    /// <summary>The partner that helped, by its id in <c>partnerships.json</c>.</summary>
    public required string Partner { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ClosedOn { get; init; }

    /// <summary>Code of the reason as the source gives it; never free text.</summary>
    public string? Reason { get; init; }
}
