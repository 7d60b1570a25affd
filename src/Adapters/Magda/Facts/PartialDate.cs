using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>Dates of the registers: complete (1978-08-06), or with zeros where the day or the month is unknown (1950-00-00).</summary>
internal static class PartialDate
{
    /// <summary>When nothing in the reply tells when: a fixed instant, so that the same content always gives the same fact.</summary>
    public static DateTimeOffset Unknown { get; } = DateTimeOffset.UnixEpoch;

    /// <summary>A complete date; null when it is missing, incomplete or none.</summary>
    public static DateOnly? Complete(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The first day that a date with unknown parts can mean: 1950-00-00 is 1950-01-01.</summary>
    public static DateOnly? Earliest(string? text) =>
        text?.Trim() is { Length: 10 } date
            ? Complete(date) ?? Complete(date[..8].Replace("-00-", "-01-") + (date[8..] == "00" ? "01" : date[8..])) ?? Complete(date[..4] + "-01-01")
            : null;

    /// <summary>The start of the latest of the complete dates, else of <paramref name="fallback"/>, else <see cref="Unknown"/>.</summary>
    public static DateTimeOffset Latest(IEnumerable<string?> dates, string? fallback = null)
    {
        var day = dates.Select(Complete).Max() ?? Earliest(fallback);
        return day is { } known ? BelgianTime.StartOf(known) : Unknown;
    }
}
