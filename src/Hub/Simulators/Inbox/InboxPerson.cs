namespace IntegrationHub.Simulators.Inbox;

/// <summary>Who it is about, as far as the hub may tell.</summary>
internal sealed record InboxPerson
{
    public string? FamilyName { get; init; }

    public string? GivenNames { get; init; }

    public string? Street { get; init; }

    public string? Locality { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Remark { get; init; }

    public override string ToString() => "InboxPerson(hidden)";
}
