namespace IntegrationHub.Adapters.Sdk;

/// <summary>One page of source records, stored in one transaction together with its checkpoint.</summary>
public sealed record SourceBatch
{
    /// <summary>The records, in the source's order. May be empty (to store a checkpoint or to end a snapshot).</summary>
    public required IReadOnlyList<SourceRecord> Records { get; init; }

    /// <summary>Where to go on after this page; null leaves the stored one (push sources have none).</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Set when the page is part of a complete export: records of that export's scope that it no longer holds are withdrawn at its end.</summary>
    public Snapshot? Snapshot { get; init; }
}
