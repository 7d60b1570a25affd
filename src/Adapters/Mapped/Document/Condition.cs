namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Whether something holds for a row: one of the lists, of which every test must hold.</summary>
/// <param name="AnyOf">Lists of tests.</param>
internal sealed record Condition(IReadOnlyList<IReadOnlyList<ColumnTest>> AnyOf);
