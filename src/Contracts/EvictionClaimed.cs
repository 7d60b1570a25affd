namespace IntegrationHub.Contracts;

/// <summary>
/// A landlord asks the court to evict; the OCMW of the domicile receives a copy of the claim (art. 1344ter Gerechtelijk Wetboek).
/// <see cref="Fact.OccurredAt"/> is the day of the claim.
/// </summary>
public sealed record EvictionClaimed : Fact
{
    /// <summary>Day of the hearing; null when not yet set.</summary>
    public DateOnly? HearingOn { get; init; }

    /// <summary>Municipality of the dwelling; null when the source does not say.</summary>
    public NisCode? Municipality { get; init; }
}
