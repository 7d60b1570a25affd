namespace IntegrationHub.Simulators.Inbox;

/// <summary>What <c>hub simulate inbox</c> can be told.</summary>
public sealed record InboxSimulatorOptions
{
    /// <summary>Where it listens, such as <c>http://127.0.0.1:8090</c>; several addresses are separated by a semicolon, port 0 takes a free one.</summary>
    public required string Urls { get; init; }

    /// <summary>The secret (<c>whsec_...</c>) that signatures are held against; null accepts everything, and the page says so.</summary>
    public string? Secret { get; init; }

    /// <summary>Which deliveries fail, to see what the hub does then.</summary>
    public InboxFailure Failure { get; init; } = InboxFailure.None;

    /// <summary>How long each delivery waits for its answer.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Sent as <c>Retry-After</c> with every failure; null sends none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Language of the page (<c>nl</c> or <c>en</c>) for who asks for no other.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
