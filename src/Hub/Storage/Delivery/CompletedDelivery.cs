namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery that the tool has.</summary>
/// <param name="Delivery">Which.</param>
/// <param name="Disclosure">What it showed.</param>
/// <param name="At">When the tool said so.</param>
public sealed record CompletedDelivery(DueDelivery Delivery, Disclosure Disclosure, DateTimeOffset At);
