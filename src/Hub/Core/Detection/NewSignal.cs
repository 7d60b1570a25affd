namespace IntegrationHub.Core.Detection;

/// <summary>A signal to store.</summary>
/// <param name="Id">Its id; that of a stored signal adds deliveries to it.</param>
/// <param name="MomentId">The moment it is about.</param>
/// <param name="Deliveries">To whom it goes.</param>
/// <param name="Refusals">To whom it does not go, and why. A signal may have refusals only.</param>
public sealed record NewSignal(Guid Id, Guid MomentId, IReadOnlyList<NewDelivery> Deliveries, IReadOnlyList<SignalRefusal> Refusals);
