namespace IntegrationHub.Simulators.Inbox;

/// <summary>The fact that says that a right may apply.</summary>
internal sealed record InboxReason
{
    public IReadOnlyDictionary<string, string> Text { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset? OccurredAt { get; init; }

    public string? Source { get; init; }
}
