namespace IntegrationHub.Adapters.Sdk;

/// <summary>One of the moments that a signal is about, as the recipient may see it.</summary>
public sealed record SignalMoment
{
    /// <summary>What kind of moment, kebab-case Dutch code (<c>ontslag</c>).</summary>
    public required string Code { get; init; }

    /// <summary>The moment in plain words, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>When it happened; null where the authorisation does not name it.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When the hub knew, UTC; null where the authorisation does not name it.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>The source of the fact that it hangs on; empty where the authorisation does not name it.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether it is about somebody else who lives with the citizen. Who, the signal does not say.</summary>
    public bool IsOfHouseholdMember { get; init; }
}
