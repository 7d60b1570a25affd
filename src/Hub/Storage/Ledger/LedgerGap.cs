namespace IntegrationHub.Storage.Ledger;

/// <summary>What two places that should agree do not both have.</summary>
/// <param name="What">
/// <c>read</c> (records that the source gave and of which nothing is known), <c>records</c> (versions of records), <c>batches</c> (facts whose batch is gone), <c>facts</c>, <c>unprocessed</c> (batches that wait too long),
/// <c>moments</c>, <c>signals</c> (moments whose signal is gone), <c>deliveries</c>. With <c>-uncounted</c> behind it: there is more than was ever counted.
/// </param>
/// <param name="Count">How many.</param>
/// <param name="Since">When the first of them came; null where that cannot be told.</param>
public sealed record LedgerGap(string What, long Count, DateTimeOffset? Since);
