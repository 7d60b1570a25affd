namespace IntegrationHub.Storage.Operations;

/// <summary>Everything counted since the beginning.</summary>
public sealed record Totals(
    long Facts, long Citizens, long BatchesUnprocessed, long Moments, long MomentsWithdrawn, long Signals, long Delivered, long Pending, long Refused, long Failed,
    long QuarantinedNow);
