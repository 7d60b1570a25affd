namespace IntegrationHub.Adapters.Sdk;

/// <summary>The fact that says that a right may apply, as the recipient may see it.</summary>
public sealed record SignalRightReason
{
    /// <summary>The fact in plain words, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Text { get; init; }

    /// <summary>When it happened, or will happen.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The source that told it; null where the authorisation does not name it.</summary>
    public string? Source { get; init; }
}
