namespace IntegrationHub.Simulators.Inbox;

/// <summary>The <c>data</c> of a webhook, as the inbox knows it: what the hub's legal gate let through. Fields it does not know are ignored.</summary>
internal sealed record InboxSignal
{
    public required Guid SignalId { get; init; }

    public required string MomentCode { get; init; }

    public IReadOnlyDictionary<string, string> Title { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset? OccurredAt { get; init; }

    public DateTimeOffset? KnownAt { get; init; }

    public string? Priority { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public IReadOnlyList<InboxMoment> Moments { get; init; } = [];

    public required string Recipient { get; init; }

    public string? Worker { get; init; }

    public required string Citizen { get; init; }

    public string? Insz { get; init; }

    public InboxPerson? Person { get; init; }

    public string? Municipality { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<string> RightsToExplore { get; init; } = [];

    public IReadOnlyList<InboxRight> Rights { get; init; } = [];

    public required string LegalBasis { get; init; }

    public override string ToString() => $"InboxSignal({SignalId}, {MomentCode})";
}
