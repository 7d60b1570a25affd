namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// What a fact says that identifies a person. It rests in the encrypted column and leaves it only at the delivery edge, after the legal gate. <see cref="ToString"/> shows nothing.
/// </summary>
public sealed record PersonDetails
{
    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>Given names, separated by spaces.</summary>
    public string? GivenNames { get; init; }

    /// <summary>Street, house number and box.</summary>
    public string? Street { get; init; }

    /// <summary>Postal code and municipality by name.</summary>
    public string? Locality { get; init; }

    /// <summary>Telephone number.</summary>
    public string? Telephone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Free text of the source about this fact.</summary>
    public string? Remark { get; init; }

    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => "PersonDetails(hidden)";
}
