namespace IntegrationHub.Contracts;

/// <summary>A benefit is not paid for a time. <see cref="Fact.OccurredAt"/> is the first day without it.</summary>
public sealed record BenefitSuspended : Fact
{
    /// <summary>Which benefit, kebab-case Dutch code (<c>leefloon</c>).</summary>
    public required string Benefit { get; init; }

    /// <summary>Identifies the right within its source.</summary>
    public required string Right { get; init; }

    /// <summary>Last day without it; null while unknown.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Code of the reason as the source gives it; never free text.</summary>
    public string? Reason { get; init; }
}
