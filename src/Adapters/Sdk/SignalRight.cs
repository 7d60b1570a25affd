namespace IntegrationHub.Adapters.Sdk;

/// <summary>A right that may apply, and is worth exploring. Never a promise that it is granted.</summary>
public sealed record SignalRight
{
    /// <summary>Its id, kebab-case Dutch (<c>leefloon</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Its name, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>Who grants it.</summary>
    public required string Authority { get; init; }

    /// <summary>How far it can be granted without the citizen.</summary>
    public required SignalRightGrant Grant { get; init; }

    /// <summary>Ids of other rights in this signal that would bring it along, once they are granted.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>What remains for the citizen, in plain words, by language, one step an item.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Steps { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Where the authority explains it, an address with <c>https</c>.</summary>
    public required string Link { get; init; }

    /// <summary>The fact that says that it may apply; null where the authorisation does not show the recipient that fact and its date, and where another right would bring it along.</summary>
    public SignalRightReason? Why { get; init; }
}
