namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A <c>source.yaml</c> without mistakes, its parameters filled in.</summary>
internal sealed record SourceDocument
{
    /// <summary>Where the records are.</summary>
    public required ReadSection Read { get; init; }

    /// <summary>One for each kind of record.</summary>
    public required IReadOnlyList<RecordSection> Records { get; init; }

    /// <summary>Tells one meaning of a row from another, so that what was read is read again when the mapping changes.</summary>
    public required string Fingerprint { get; init; }
}
