namespace IntegrationHub.Contracts;

/// <summary>The hub decided to alert a partner to a moment. (In the field a <i>signaal</i> is something else: see the glossary.)</summary>
public sealed record SignalIssued
{
    /// <summary>Id of the signal.</summary>
    public required Guid Signal { get; init; }

    /// <summary>The moment it began with.</summary>
    public required Guid Moment { get; init; }

    /// <summary>What kind of moment, kebab-case Dutch code.</summary>
    public required string Code { get; init; }

    /// <summary>Whose life it is.</summary>
    public required CitizenRef Citizen { get; init; }

    /// <summary>The partners chosen, by their ids in <c>partnerships.json</c>; those whom the legal gate refused are not among them.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>How soon to look: <c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>After this it is of no use any more, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
