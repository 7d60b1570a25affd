namespace IntegrationHub.Contracts;

/// <summary>A benefit ended. <see cref="Fact.OccurredAt"/> is the start of <see cref="EndedOn"/>.</summary>
public sealed record BenefitEnded : Fact
{
    /// <summary>Which benefit, kebab-case Dutch code (<c>leefloon</c>).</summary>
    public required string Benefit { get; init; }

    /// <summary>Identifies the right within its source.</summary>
    public required string Right { get; init; }

    /// <summary>Last day of the right.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>Code of the reason as the source gives it; never free text.</summary>
    public string? Reason { get; init; }
}
