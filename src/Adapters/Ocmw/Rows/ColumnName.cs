namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>One column of a kind of file.</summary>
/// <param name="Column">What it means.</param>
/// <param name="Name">Its header where the options name no other.</param>
/// <param name="IsRequired">Whether a file without it is refused whole.</param>
internal sealed record ColumnName(Column Column, string Name, bool IsRequired = false);
