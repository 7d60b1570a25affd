namespace IntegrationHub.Contracts;

/// <summary>A benefit was granted. <see cref="Fact.OccurredAt"/> is the first day of the right. No amounts (A036 carries none).</summary>
public sealed record BenefitGranted : Fact
{
    /// <summary>Which benefit, kebab-case Dutch code (<c>leefloon</c>, <c>werkloosheidsuitkering</c>).</summary>
    public required string Benefit { get; init; }

    /// <summary>Identifies the right within its source; the same on <see cref="BenefitSuspended"/> and <see cref="BenefitEnded"/>.</summary>
    public required string Right { get; init; }

    /// <summary>Last day, when it is known beforehand.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Category within the benefit as the source codes it (for leefloon: 1 living together, 2 alone, 3 with dependants).</summary>
    public string? Category { get; init; }
}
