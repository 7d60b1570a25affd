namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A question to one column.</summary>
/// <param name="Column">Which column.</param>
/// <param name="Values">One of these, capitals aside; null asks only whether something is filled in.</param>
/// <param name="Not">The opposite.</param>
internal sealed record ColumnTest(string Column, IReadOnlyList<string>? Values, bool Not);
