namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// What a fact says that identifies a person. It rests in the encrypted column and leaves it only at the delivery edge, after the legal gate. <see cref="ToString"/> shows nothing.
/// </summary>
public sealed record PersonDetails
{
    /// <summary>Family name.</summary>
    /// <remarks><c>name</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? FamilyName { get; init; }

    /// <summary>Given names, separated by spaces.</summary>
    /// <remarks><c>name</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? GivenNames { get; init; }

    /// <summary>Street, house number and box.</summary>
    /// <remarks><c>address</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? Street { get; init; }

    /// <summary>Postal code and municipality by name.</summary>
    /// <remarks><c>address</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? Locality { get; init; }

    /// <summary>Telephone number.</summary>
    /// <remarks><c>contact</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? Telephone { get; init; }

    /// <summary>E-mail address.</summary>
    /// <remarks><c>contact</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? Email { get; init; }

    /// <summary>Free text of the source about this fact.</summary>
    /// <remarks><c>remark</c> in a manifest's <c>personalData</c> and in an authorisation's <c>fields</c>.</remarks>
    public string? Remark { get; init; }

    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => "PersonDetails(hidden)";
}
