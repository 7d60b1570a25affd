using IntegrationHub.Contracts;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>Days before the day of the test. What a partner's system tells must be of the last weeks: of what is older the hub makes history, and no signal.</summary>
internal static class Recently
{
    /// <summary>The day of the test, in Belgium.</summary>
    public static DateOnly Today { get; } = BelgianTime.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>A week ago, as exports write it.</summary>
    public static string LastWeek { get; } = Written(7);

    public static string Written(int daysAgo) => $"{Today.AddDays(-daysAgo):dd/MM/yyyy}";
}
