namespace IntegrationHub.Storage.Ledger;

/// <summary>Batches that are not processed.</summary>
/// <param name="Oldest">When the oldest came; null when none waits.</param>
/// <param name="OldestPublished">When the oldest came that is on the bus; null when none is.</param>
public sealed record WaitingBatches(DateTimeOffset? Oldest, DateTimeOffset? OldestPublished);
