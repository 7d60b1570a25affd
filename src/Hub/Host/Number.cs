namespace IntegrationHub.Host;

/// <summary>A number and what is counted.</summary>
internal static class Number
{
    /// <summary><c>1 record</c>, <c>2 records</c>.</summary>
    public static string Of(long count, string one) => Of(count, one, one + "s");

    /// <summary><c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Of(long count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
