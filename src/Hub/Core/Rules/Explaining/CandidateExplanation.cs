using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Rules.Explaining;

/// <summary>What a rule made of one fact of its contract.</summary>
public sealed record CandidateExplanation
{
    /// <summary>The fact.</summary>
    public required Ground Fact { get; init; }

    /// <summary>Whom the fact is about: herself, or somebody she lives with.</summary>
    public required CitizenRef About { get; init; }

    /// <summary>When it happened by the rule; null when the fact does not fit, or does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When it counts; null as above, or when another fact was chosen.</summary>
    public DateTimeOffset? CountsAt { get; init; }

    /// <summary>When the hub first knew, UTC; null as above.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>The moment that it carries; null when it carries none.</summary>
    public Moment? Moment { get; init; }

    /// <summary>All reasons why it carries none; empty when it does.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}
