namespace IntegrationHub.Storage.Audit;

/// <summary>What a host asks each second.</summary>
/// <param name="First">The first block that is there: the very first, or the anchor of what is kept; null of an empty log.</param>
/// <param name="Known">The block that was asked for; null when it is not there.</param>
/// <param name="Last">The last block; null of an empty log.</param>
/// <param name="HasUnsealed">Whether an entry waits for its block.</param>
public sealed record AuditHeads(AuditHead? First, AuditHead? Known, AuditHead? Last, bool HasUnsealed);
