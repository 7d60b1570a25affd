namespace IntegrationHub.Host;

/// <summary>A number and what is counted.</summary>
internal static class Number
{
    /// <summary>As the other, of a word whose plural is not with an s alone.</summary>
    public static string Of(long count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    /// <summary><c>1 record</c>, <c>2 records</c>.</summary>
    public static string Of(long count, string one) => Of(count, one, one + "s");

    /// <summary><c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string Of(long count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
