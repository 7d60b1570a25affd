using System.Globalization;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Dates as Belgian exports write them.</summary>
internal static class BelgianDate
{
    /// <summary>What a date looks like, for a rejection.</summary>
    public const string Expected = "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199";

    /// <summary>
    /// Reads d/m/yyyy, d-m-yyyy, d.m.yyyy or yyyy-mm-dd; a midnight after it (databases export one) is allowed. Two-digit years are refused: 26 may be 1926.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        var end = text.IndexOfAny(' ', 'T');
        if (end > 0)
        {
            if (text[end..].TrimStart(" T").ContainsAnyExcept("0:."))
                return false;
            text = text[..end];
        }

        var mark = text.IndexOfAny("/-.");
        if (mark < 0)
            return false;
        var first = text[..mark];
        var rest = text[(mark + 1)..];
        var second = rest.IndexOf(text[mark]);
        if (second < 0)
            return false;
        return mark == 4 && text[mark] == '-'
            ? TryCompose(first, rest[..second], rest[(second + 1)..], 2, out date)
            : TryCompose(rest[(second + 1)..], rest[..second], first, 1, out date);
    }

    private static bool TryCompose(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day, int minDigits, out DateOnly date)
    {
        date = default;
        if (year.Length != 4 || month.Length < minDigits || month.Length > 2 || day.Length < minDigits || day.Length > 2)
            return false;
        if (!TryNumber(year, out var y) || !TryNumber(month, out var m) || !TryNumber(day, out var d))
            return false;
        if (y is < 1900 or > 2199 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
            return false;
        date = new DateOnly(y, m, d);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
