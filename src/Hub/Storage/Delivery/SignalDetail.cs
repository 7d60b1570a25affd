using IntegrationHub.Core.Rules;

namespace IntegrationHub.Storage.Delivery;

/// <summary>All that the store knows of one signal; nothing that says who she is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="IssuedAt">When it was issued, UTC.</param>
/// <param name="WithdrawnAt">When it was withdrawn, UTC; null while something in it holds.</param>
/// <param name="Priority">How soon to look.</param>
/// <param name="ExpiresAt">After this it is of no use, UTC.</param>
/// <param name="Moments">The moments in it, the first first.</param>
/// <param name="Deliveries">Each delivery and each refusal, the oldest first.</param>
public sealed record SignalDetail(
    Guid Id, DateTimeOffset IssuedAt, DateTimeOffset? WithdrawnAt, Priority Priority, DateTimeOffset ExpiresAt, IReadOnlyList<MomentDetail> Moments, IReadOnlyList<DeliveryDetail> Deliveries);
