namespace IntegrationHub.Storage.Audit;

/// <summary>An entry as the log holds it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Entry">What it tells.</param>
/// <param name="Block">The block that seals it; null when none does yet.</param>
/// <param name="Position">Its place in the block, from 0.</param>
public sealed record AuditRecord(long Id, AuditEntry Entry, long? Block, int? Position);
