namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Where a field stands in its row, without the quotes around it.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">How many.</param>
/// <param name="HasDoubledQuotes">Whether each quote in it is written twice.</param>
internal readonly record struct Field(int Start, int Length, bool HasDoubledQuotes);
