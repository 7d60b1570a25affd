using System.Globalization;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Recognises Belgian postal codes. They name a place, never a person, so they may be repeated.</summary>
internal static class PostalCodes
{
    private const int MostShown = 40;

    /// <summary>Whether these filled values are postal codes although no name says so: people live together in few places, where numbers that count rows, and years, look otherwise.</summary>
    public static bool Are(IReadOnlyCollection<string> values) =>
        values.Count >= 4 && values.All(IsOne) && values.ToHashSet(StringComparer.Ordinal).Count * 2 <= values.Count && values.Count(IsYear) * 2 < values.Count;

    /// <summary>The different codes, the most frequent first, and how many more there are.</summary>
    public static (IReadOnlyList<string> Shown, int NotShown) Of(IEnumerable<string> values)
    {
        var codes = values.Where(IsOne).GroupBy(value => value, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key).ToList();
        return ([.. codes.Take(MostShown).Order(StringComparer.Ordinal)], Math.Max(0, codes.Count - MostShown));
    }

    private static bool IsOne(string value) => value.Length == 4 && value.All(char.IsAsciiDigit) && value[0] != '0';

    private static bool IsYear(string value) => int.Parse(value, CultureInfo.InvariantCulture) is > 1900 and < 2100;
}
