namespace IntegrationHub.Storage.Audit;

/// <summary>A block of the sealed log as it can be kept elsewhere: whoever holds one finds out that the log was cut off after it, or written again before it.</summary>
/// <param name="Block">Its number, from 1.</param>
/// <param name="Total">How many entries were sealed up to and with it.</param>
/// <param name="SealedAt">When, UTC.</param>
/// <param name="Mac">Its MAC in hexadecimal.</param>
public sealed record AuditHead(long Block, long Total, DateTimeOffset SealedAt, string Mac);
