using System.Text.Json.Serialization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Storage.Delivery;

/// <summary>One signal for an overview, by the moment that it began with.</summary>
public sealed record SignalOverview(
    Guid Id, string Rule, string MomentCode, CitizenRef Citizen, DateTimeOffset OccurredAt, DateTimeOffset IssuedAt, bool IsWithdrawn,
    IReadOnlyList<DeliveryOverview> Deliveries)
{
    /// <summary>How soon to look.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Priority>))]
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>After this it is of no use.</summary>
    public DateTimeOffset ExpiresAt { get; init; }
}
