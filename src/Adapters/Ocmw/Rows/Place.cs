using System.Globalization;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>Says where in a file something is wrong.</summary>
internal static class Place
{
    /// <summary>A column, with the line where it is known.</summary>
    public static string Of(string header, long? line) => line is { } number ? string.Create(CultureInfo.InvariantCulture, $"column '{header}', line {number}") : $"column '{header}'";

    /// <summary>A whole row.</summary>
    public static string OfRow(long? line) => line is { } number ? string.Create(CultureInfo.InvariantCulture, $"row on line {number}") : "row";
}
