namespace IntegrationHub.Contracts;

/// <summary>A partner's tool took a signal over.</summary>
public sealed record SignalDelivered
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>What kind of moment it is about, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The partner, by its id in <c>partnerships.json</c>.</summary>
    public required string Recipient { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset DeliveredAt { get; init; }
}
