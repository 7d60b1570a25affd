using IntegrationHub.Contracts;

namespace IntegrationHub.Storage.Delivery;

/// <summary>One signal for an overview.</summary>
public sealed record SignalOverview(
    Guid Id, string Rule, string MomentCode, CitizenRef Citizen, DateTimeOffset OccurredAt, DateTimeOffset IssuedAt, bool IsWithdrawn,
    IReadOnlyList<DeliveryOverview> Deliveries);
