namespace IntegrationHub.Storage.Ledger;

/// <summary>Deliveries by their state: each is in one of these.</summary>
/// <param name="Delivered">They arrived.</param>
/// <param name="Refused">No ground.</param>
/// <param name="Pending">They go out, or are tried again.</param>
/// <param name="Failed">They wait for a person.</param>
/// <param name="Expired">They waited until they were of no use.</param>
/// <param name="Cancelled">Nothing of the signal held any more.</param>
/// <param name="PendingSince">When the first of the pending was decided; null when none is.</param>
public sealed record DeliveryLedger(long Delivered, long Refused, long Pending, long Failed, long Expired, long Cancelled, DateTimeOffset? PendingSince)
{
    public static DeliveryLedger None { get; } = new(0, 0, 0, 0, 0, 0, null);

    public long All => Delivered + Refused + Pending + Failed + Expired + Cancelled;
}
