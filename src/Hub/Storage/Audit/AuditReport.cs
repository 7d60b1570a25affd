namespace IntegrationHub.Storage.Audit;

/// <summary>What became of verifying the log.</summary>
public sealed record AuditReport
{
    /// <summary>Blocks that were looked at.</summary>
    public required long Blocks { get; init; }

    /// <summary>Sealed entries that were looked at.</summary>
    public required long Entries { get; init; }

    /// <summary>The last block that is there; null of an empty log.</summary>
    public required AuditHead? Last { get; init; }

    /// <summary>The block after which the log is kept, because what came before was past its term; null when all of it is there.</summary>
    public required AuditHead? Anchor { get; init; }

    /// <summary>Whether the head that was kept elsewhere could be compared: false without one, or when it is of before what is kept.</summary>
    public required bool IsHeadCompared { get; init; }

    /// <summary>The first places where something is wrong, in their order; nothing when all of it is as it was sealed.</summary>
    public required IReadOnlyList<AuditFault> Faults { get; init; }

    /// <summary>How many there are in all.</summary>
    public required long FaultCount { get; init; }

    /// <summary>Entries that no block has yet: the unsealed tail, of which nothing can be said.</summary>
    public required long Unsealed { get; init; }

    /// <summary>The first of them.</summary>
    public required long? FirstUnsealed { get; init; }

    /// <summary>What the oldest of them says of its time, UTC.</summary>
    public required DateTimeOffset? UnsealedSince { get; init; }
}
