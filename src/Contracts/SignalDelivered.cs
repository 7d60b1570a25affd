namespace IntegrationHub.Contracts;

/// <summary>A partner's tool took a signal over.</summary>
public sealed record SignalDelivered
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>The partner, by its id in <c>partnerships.json</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DeliveredAt { get; init; }
}
