namespace IntegrationHub.Storage.Journal;

/// <summary>The journal of facts: append-only, cut into batches of one source and one contract.</summary>
public interface IJournalStore
{
    /// <summary>
    /// Stores a page in one transaction: citizens, record versions, facts (and the withdrawals that follow from a new version or the end of a snapshot), quarantined records, checkpoint.
    /// Pages of one source may be appended concurrently (push); the same record in two of them is serialised.
    /// </summary>
    Task<AppendResult> AppendAsync(JournalPage page, CancellationToken token);

    /// <summary>Withdraws what a source's last complete exports lost and the hub held back. Returns what was withdrawn, by export; nothing when nothing is held back now.</summary>
    Task<IReadOnlyList<SnapshotLoss>> AcceptLossAsync(string source, DateTimeOffset now, CancellationToken token);

    /// <summary>
    /// Takes unpublished batches for this publisher, oldest first, and marks them published by it, so that at most <paramref name="maxInFlight"/> of its batches are published and not
    /// processed. A batch published longer than <paramref name="republishAfter"/> ago (by anyone) and not processed counts as unpublished.
    /// </summary>
    Task<IReadOnlyList<JournalBatch>> ClaimForPublishingAsync(string publisher, int maxInFlight, TimeSpan republishAfter, DateTimeOffset now, CancellationToken token);

    /// <summary>Counts batches as unpublished again: they were returned, or their publish failed.</summary>
    Task ReleaseAsync(IReadOnlyCollection<long> batchIds, CancellationToken token);

    /// <summary>Counts as unpublished whatever was published and not processed: by one publisher, or (null) by all. For the start of a host.</summary>
    Task ReleaseUnprocessedAsync(string? publisher, CancellationToken token);

    /// <summary>Batches that are not processed yet, published or not.</summary>
    Task<long> CountUnprocessedAsync(CancellationToken token);

    /// <summary>When the oldest of them was stored; null when there is none.</summary>
    Task<DateTimeOffset?> OldestUnprocessedAsync(CancellationToken token);

    /// <summary>What the source's last stored page carried; null when it was never read.</summary>
    Task<string?> CheckpointAsync(string source, CancellationToken token);

    /// <summary>Has the source read from its beginning the next time. What is known stays: it comes as duplicates, and what may be stored now and was not then comes as new.</summary>
    Task ForgetCheckpointAsync(string source, CancellationToken token);
}
