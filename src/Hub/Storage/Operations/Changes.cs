namespace IntegrationHub.Storage.Operations;

/// <summary>What happened since a time; and what is pending now, whenever it began.</summary>
/// <param name="Facts">Facts stored, withdrawals among them.</param>
/// <param name="Moments">Moments found, or found again.</param>
/// <param name="MomentsWithdrawn">Moments that lost their ground and have none now.</param>
/// <param name="Signals">Signals issued.</param>
/// <param name="Delivered">Deliveries that arrived, those of withdrawals among them.</param>
/// <param name="Refused">Deliveries that were refused, or for which nobody could be chosen.</param>
/// <param name="Pending">Deliveries that wait now.</param>
/// <param name="Failed">Deliveries that failed.</param>
/// <param name="Expired">Deliveries that were not made: they would have been of no use any more.</param>
/// <param name="Refusals">The refusals by reason, the most frequent first.</param>
public sealed record Changes(
    long Facts, long Moments, long MomentsWithdrawn, long Signals, long Delivered, long Refused, long Pending, long Failed, long Expired, IReadOnlyList<RefusalCount> Refusals);
