namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Whether the day stands before the month, and how sure that is.</summary>
internal enum DayMonthOrder
{
    /// <summary>The way of writing leaves no doubt (<c>2026-12-31</c>).</summary>
    Clear,

    /// <summary>A first number above 12 proves that it is the day.</summary>
    DayFirst,

    /// <summary>Other columns of the file prove that it is the day.</summary>
    DayFirstElsewhere,

    /// <summary>A second number above 12 proves that it is the day.</summary>
    MonthFirst,

    /// <summary>No number is above 12: day and month may be swapped.</summary>
    Unproven,

    /// <summary>Both were seen.</summary>
    Mixed,
}
