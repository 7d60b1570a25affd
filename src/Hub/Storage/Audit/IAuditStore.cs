using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Audit;

/// <summary>
/// The audit log. What the store does writes its entries itself, in the transaction of what they tell; here what happens outside it is told. Entries are sealed in blocks, each upon the one before,
/// by one host at a time.
/// </summary>
public interface IAuditStore
{
    /// <summary>Adds an entry. It is durable when this returns, and sealed about a second later by the host whose turn it is.</summary>
    Task AddAsync(AuditEntry entry, CancellationToken token);

    /// <summary>Seals what no block has yet, as one block. Returns how many entries that were: at most a thousand, none when there are none or another host is at it.</summary>
    Task<int> SealAsync(AuditKeys keys, DateTimeOffset now, CancellationToken token);

    /// <summary>The first and the last block and one that is asked for.</summary>
    Task<AuditHeads> HeadsAsync(long? known, CancellationToken token);

    /// <summary>Compares the whole log with its seals, as it is at one moment. Memory does not grow with the log.</summary>
    /// <param name="keys">Every key that sealed a block.</param>
    /// <param name="head">A head that was kept outside the store, read before this is called; null for none.</param>
    /// <param name="keptSince">What was sealed since is not past its term, so that it must be there; null where that is not asked.</param>
    /// <param name="progress">Hears how many entries were compared so far.</param>
    /// <param name="token">Cancels.</param>
    Task<AuditReport> VerifyAsync(AuditKeys keys, AuditHead? head, DateTimeOffset? keptSince, Action<long>? progress, CancellationToken token);

    /// <summary>The latest entries that pass a filter, the latest first.</summary>
    Task<IReadOnlyList<AuditRecord>> ListAsync(AuditFilter filter, int max, CancellationToken token);

    /// <summary>Gives every entry that passes a filter, in the order of their numbers, as the log is at one moment.</summary>
    Task ExportAsync(AuditFilter filter, Action<AuditRecord> entry, CancellationToken token);

    /// <summary>
    /// Takes away the oldest blocks, those that were sealed before a time: some hundreds at a time, to be called again until none go. What stays still verifies: the last block that went is its anchor.
    /// Tells the log that it did. Blocks that do not verify stay.
    /// </summary>
    Task<AuditRemoval> RemoveBlocksBeforeAsync(AuditKeys keys, DateTimeOffset before, DateTimeOffset now, CancellationToken token);
}
