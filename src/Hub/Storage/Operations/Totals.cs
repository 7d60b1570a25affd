namespace IntegrationHub.Storage.Operations;

/// <summary>Everything counted since the beginning.</summary>
public sealed record Totals(
    long Facts, long Citizens, long BatchesUnprocessed, long Moments, long MomentsWithdrawn, long Signals, long Delivered, long Pending, long Refused, long Failed,
    long QuarantinedNow)
{
    public static Totals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static Totals operator -(Totals left, Totals right) => new(
        left.Facts - right.Facts,
        left.Citizens - right.Citizens,
        left.BatchesUnprocessed - right.BatchesUnprocessed,
        left.Moments - right.Moments,
        left.MomentsWithdrawn - right.MomentsWithdrawn,
        left.Signals - right.Signals,
        left.Delivered - right.Delivered,
        left.Pending - right.Pending,
        left.Refused - right.Refused,
        left.Failed - right.Failed,
        left.QuarantinedNow - right.QuarantinedNow);
}
