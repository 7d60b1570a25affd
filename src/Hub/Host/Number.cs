namespace IntegrationHub.Host;

/// <summary>A number and what is counted.</summary>
internal static class Number
{
    /// <summary><c>1 record</c>, <c>2 records</c>.</summary>
    public static string Of(long count, string one) => $"{count} {one}{(count == 1 ? "" : "s")}";
}
