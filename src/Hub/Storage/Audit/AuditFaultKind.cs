namespace IntegrationHub.Storage.Audit;

/// <summary>What is wrong with the log.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry or the row of the block is not what was sealed.</summary>
    Changed,

    /// <summary>Entries of a block changed places.</summary>
    Swapped,

    /// <summary>Entries of a block are gone.</summary>
    EntriesRemoved,

    /// <summary>An entry stands in a block that it was not sealed in.</summary>
    EntriesAdded,

    /// <summary>Blocks are gone, at the beginning or in between.</summary>
    BlocksRemoved,

    /// <summary>Blocks are gone at the end: the head that was kept elsewhere knows a later one.</summary>
    TailCut,

    /// <summary>A block has another MAC than the head that was kept elsewhere says: it was sealed again, with a key.</summary>
    Rewritten,

    /// <summary>A block was sealed with a key that is not among those of the configuration.</summary>
    KeyMissing,
}
