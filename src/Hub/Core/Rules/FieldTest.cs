namespace IntegrationHub.Core.Rules;

/// <summary>A test of one field of a fact. Values are compared as the contract's JSON writes them; a list fits when one of its values does.</summary>
/// <param name="Field">The field by its JSON name (<c>benefit</c>, <c>endedOn</c>), or <c>attributes.name</c> of a circumstance.</param>
public sealed record FieldTest(string Field)
{
    /// <summary>The value must be one of these; empty when any will do.</summary>
    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>The value must be none of these. A field without a value is none of them.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>Whether there must be a value (true), must not be one (false), or it does not matter (null).</summary>
    public bool? Known { get; init; }

    /// <summary>The least value of a number or a date (<c>yyyy-MM-dd</c>); null for none.</summary>
    public string? From { get; init; }

    /// <summary>The greatest value of a number or a date; null for none.</summary>
    public string? To { get; init; }
}
