using IntegrationHub.Core.Rules;

namespace IntegrationHub.Core.Rights;

/// <summary>A right worth exploring (<c>rights/*.yaml</c>): that it may apply, which fact says so, and what remains to be done. Never that it is granted.</summary>
public sealed record Right
{
    /// <summary>Id, kebab-case Dutch (<c>leefloon</c>).</summary>
    public required string Id { get; init; }

    /// <summary>Its name, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>Who grants it.</summary>
    public required string Authority { get; init; }

    /// <summary>Any one of these facts makes it worth exploring; empty: the moment itself does.</summary>
    public IReadOnlyList<FactCondition> When { get; init; } = [];

    /// <summary>Any one of these facts makes it pointless (it runs already).</summary>
    public IReadOnlyList<FactCondition> Unless { get; init; } = [];

    /// <summary>Who she must be.</summary>
    public PersonCondition Who { get; init; } = PersonCondition.Anyone;

    /// <summary>Where the authority explains it.</summary>
    public required Uri Link { get; init; }

    /// <summary>Product number in the IPDC; null when it was not verified.</summary>
    public string? IpdcProduct { get; init; }

    /// <summary>How far it can be granted without the citizen.</summary>
    public required RightGrant Grant { get; init; }

    /// <summary>Ids of the rights it follows from.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>What remains for the citizen, in plain words, by language, one step an item.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Steps { get; init; }

    /// <summary>Amounts and thresholds that were verified; empty when none was.</summary>
    public IReadOnlyList<RightAmount> Amounts { get; init; } = [];
}
