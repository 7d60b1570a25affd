namespace IntegrationHub.Contracts;

/// <summary>Membership of a ziekenfonds. <see cref="Fact.OccurredAt"/> is its first day.</summary>
public sealed record InsuranceMembershipChanged : Fact
{
    /// <summary>Number of the ziekenfonds (FHIR NamingSystem <c>insurancenumber</c>): 3 digits.</summary>
    public required string Mutuality { get; init; }

    /// <summary>Right to the increased allowance (verhoogde tegemoetkoming); null when the source does not say.</summary>
    public bool? IncreasedAllowance { get; init; }

    /// <summary>Last day; null while it runs.</summary>
    public DateOnly? Until { get; init; }
}
