namespace IntegrationHub.Contracts;

/// <summary>The legal gate found no ground to show a signal to a partner. Default deny.</summary>
public sealed record SignalRefused
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>What kind of moment it is about, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The partner, by its id in <c>partnerships.json</c>; empty when no partner could be chosen at all.</summary>
    public required string Recipient { get; init; }

    /// <summary>Why, as one sentence without personal data.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset RefusedAt { get; init; }
}
