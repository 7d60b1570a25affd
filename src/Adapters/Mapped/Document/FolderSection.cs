namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Files in a folder.</summary>
internal sealed record FolderSection : ReadSection
{
    /// <summary>The value of <see cref="Exports"/> for files that each hold everything.</summary>
    public const string Complete = "complete";

    /// <summary>The value of <see cref="Exports"/> for files that each hold what is new.</summary>
    public const string Additions = "additions";

    /// <summary>The folder; a relative path starts at the configuration folder.</summary>
    public required string Path { get; init; }

    /// <summary><see cref="Complete"/> or <see cref="Additions"/>.</summary>
    public string Exports { get; init; } = Complete;

    /// <summary>How long a file must have been left alone before it is read; 0 reads it at once.</summary>
    public int SettleSeconds { get; init; } = 2;

    /// <summary>The largest number of records on one page.</summary>
    public int PageSize { get; init; } = 2000;

    /// <summary>Whether each file holds everything.</summary>
    public bool IsComplete => Exports == Complete;
}
