using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Days and instants as sources write them.</summary>
internal static partial class Moment
{
    /// <summary>What one looks like, for a rejection.</summary>
    public const string Expected = "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199";

    /// <summary>What one looks like that was agreed.</summary>
    public static string ExpectedAs(string[] formats) => formats.Length == 0 ? Expected : $"a date as {string.Join(" or ", formats)}, from 1900 to 2199";

    /// <summary>What is wrong with a text that was meant as a day, without repeating it; null when it is not written as one.</summary>
    public static string? WrongDay(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" T");
        var match = Day().Match((end > 0 ? text[..end] : text).ToString());
        if (!match.Success)
            return null;
        return int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) is < 1900 or > 2199 ? "a day of another year" : "a date of a day that does not exist";
    }

    /// <summary>The day that a text names; of an instant the day it falls on in Belgium.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, string[] formats, out DateOnly day)
    {
        if (formats.Length == 0 && BelgianDate.TryParse(text, out day))
            return true;
        var isMoment = TryParse(text, formats, out var instant);
        day = isMoment ? BelgianTime.DayOf(instant) : default;
        return isMoment;
    }

    /// <summary>The instant that a text names: of a day its start in Belgium, of a time without offset that time in Belgium.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, string[] formats, out DateTimeOffset instant)
    {
        if (formats.Length > 0)
            return TryFormats(text, formats, out instant);
        if (BelgianDate.TryParse(text, out var day))
        {
            instant = BelgianDay.StartOf(day);
            return true;
        }

        instant = default;
        var end = text.IndexOfAny(" T");
        var date = end > 0 ? text[..end] : text[..Math.Min(10, text.Length)];
        var rest = end > 0 ? text[(end + 1)..].TrimStart() : text[date.Length..];
        if (!BelgianDate.TryParse(date, out day))
            return false;

        // 2026-12-31Z and 2026-12-31+01:00, as XML Schema writes a day with its zone: the day is what counts.
        if (end <= 0)
        {
            instant = BelgianDay.StartOf(day);
            return TryOffset(rest, out _);
        }

        var mark = rest.IndexOfAny("Zz+-");
        if (!TimeOnly.TryParse(mark < 0 ? rest : rest[..mark], CultureInfo.InvariantCulture, out var time))
            return false;
        if (mark < 0)
        {
            instant = BelgianTime.At(day.ToDateTime(time));
            return true;
        }

        if (!TryOffset(rest[mark..], out var offset))
            return false;
        instant = new DateTimeOffset(day.ToDateTime(time), offset);
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is "Z" or "z")
            return true;
        if (text.Length is < 3 or > 6 || text[0] is not ('+' or '-'))
            return false;
        var digits = text[1..];
        if (!int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 13)
            return false;
        var minutes = 0;
        var rest = digits[2..].TrimStart(':');
        if (!rest.IsEmpty && (!int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out minutes) || minutes > 59))
            return false;
        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryFormats(ReadOnlySpan<char> text, string[] formats, out DateTimeOffset instant)
    {
        foreach (var format in formats)
        {
            if (format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal))
            {
                if (DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant) && IsSensible(instant.Year))
                    return true;
            }
            else if (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wallClock) && IsSensible(wallClock.Year))
            {
                instant = wallClock.TimeOfDay == TimeSpan.Zero ? BelgianDay.StartOf(DateOnly.FromDateTime(wallClock)) : BelgianTime.At(wallClock);
                return true;
            }
        }

        instant = default;
        return false;
    }

    [GeneratedRegex(@"^([0-9]{1,2}(?<mark>[/.-])[0-9]{1,2}\k<mark>(?<year>[0-9]{4})|(?<year>[0-9]{4})-[0-9]{2}-[0-9]{2})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    private static bool IsSensible(int year) => year is >= 1900 and <= 2199;
}
