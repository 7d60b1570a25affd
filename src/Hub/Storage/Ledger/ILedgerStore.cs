namespace IntegrationHub.Storage.Ledger;

/// <summary>Whether everything that came is still there and went on.</summary>
public interface ILedgerStore
{
    /// <summary>Counts, at one instant, what came of each source at places that do not know of each other.</summary>
    /// <param name="source">One source; null for all.</param>
    /// <param name="since">What came since the hour of this time; null for all. Hours before the upgrade to a store that tells them apart are left out.</param>
    /// <param name="unprocessedSince">A batch that came before this and is not processed counts as missing.</param>
    /// <param name="token">Cancels it.</param>
    Task<LedgerBook> ReadAsync(string? source, DateTimeOffset? since, DateTimeOffset unprocessedSince, CancellationToken token);

    /// <summary>Since when batches wait. Quick: for who asks every second.</summary>
    Task<WaitingBatches> WaitingAsync(CancellationToken token);

    /// <summary>The hours, since a time, in which something came of each source.</summary>
    Task<ILookup<string, DateTimeOffset>> ArrivalsAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>Adds up counts that nobody needs apart any more. Returns how many rows it took together.</summary>
    Task<int> FoldAsync(DateTimeOffset now, CancellationToken token);
}
