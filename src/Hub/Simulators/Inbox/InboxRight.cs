namespace IntegrationHub.Simulators.Inbox;

/// <summary>A right that may apply.</summary>
internal sealed record InboxRight
{
    public required string Id { get; init; }

    public IReadOnlyDictionary<string, string> Name { get; init; } = new Dictionary<string, string>();

    public string? Authority { get; init; }

    public string? Grant { get; init; }

    public IReadOnlyList<string> Follows { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Steps { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string? Link { get; init; }

    public InboxReason? Why { get; init; }
}
