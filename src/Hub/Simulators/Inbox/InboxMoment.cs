namespace IntegrationHub.Simulators.Inbox;

/// <summary>One of the moments that a signal is about.</summary>
internal sealed record InboxMoment
{
    public required string Code { get; init; }

    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset? OccurredAt { get; init; }

    public DateTimeOffset? KnownAt { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public bool IsOfHouseholdMember { get; init; }
}
