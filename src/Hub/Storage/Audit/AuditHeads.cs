namespace IntegrationHub.Storage.Audit;

/// <summary>What a host asks each second.</summary>
/// <param name="First">The first block that is there: the very first, or the anchor of what is kept; null of an empty log.</param>
/// <param name="Known">The block that was asked for; null when it is not there.</param>
/// <param name="Last">The last block; null of an empty log.</param>
/// <param name="UnsealedSince">The time of the first entry that waits for its block; null when none does.</param>
public sealed record AuditHeads(AuditHead? First, AuditHead? Known, AuditHead? Last, DateTimeOffset? UnsealedSince);
