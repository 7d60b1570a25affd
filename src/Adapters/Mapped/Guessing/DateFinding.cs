namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>How the dates of a column are written.</summary>
/// <param name="Patterns">Each way of writing, as a mapping names it (<c>dd/MM/yyyy</c>), most frequent first.</param>
/// <param name="IsUsual">Whether a mapping that says nothing reads all of them.</param>
/// <param name="Order">Whether the day stands before the month.</param>
/// <param name="HasTime">Whether an hour stands behind the day.</param>
internal sealed record DateFinding(IReadOnlyList<string> Patterns, bool IsUsual, DayMonthOrder Order, bool HasTime);
