using System.Globalization;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Reasons that concern a row as a whole.</summary>
internal static class RowRejection
{
    /// <summary>The row, with its line where it is known.</summary>
    public static string Place(long? line) => line is { } number ? string.Create(CultureInfo.InvariantCulture, $"row on line {number}") : "row";

    /// <summary>A row over the limit.</summary>
    public static Rejection TooLarge(long? line, string size) => new(
        Place(line), $"a row within the largest record allowed, found one of {size} bytes", "Look for a quote or bracket that is opened and not closed, or raise limits.maxRecordBytes in hub.json.");
}
