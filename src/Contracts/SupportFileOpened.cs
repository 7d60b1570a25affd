namespace IntegrationHub.Contracts;

/// <summary>A partner opened a file (dossier) for the citizen. <see cref="Fact.OccurredAt"/> is the start of the first day.</summary>
public sealed record SupportFileOpened : Fact
{
    /// <summary>Identifies the file within its source; the same on <see cref="SupportFileClosed"/>.</summary>
    public required string File { get; init; }

    /// <summary>The partner that helps, by its id in <c>partnerships.json</c> (<c>ocmw-gent</c>).</summary>
    public required string Partner { get; init; }

    /// <summary>The case worker's code in the partner's tool, never a name; null when nobody was assigned yet.</summary>
    public string? Worker { get; init; }

    /// <summary>What the file is about, as codes of the source.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}
