using System.Globalization;

namespace IntegrationHub.Adapters.Ziekenfonds.Notifications;

/// <summary>Dates as XML Schema writes them.</summary>
internal static class NotificationDate
{
    /// <summary>What a date looks like, for a rejection.</summary>
    public const string Expected = "a date as 2026-12-31, from 1900 to 2199";

    /// <summary>Reads <c>yyyy-MM-dd</c>; a time zone or a midnight after it is allowed (other messages of the KSZ carry one).</summary>
    public static DateOnly? Of(string text)
    {
        if (text.Length < 10 || (text.Length > 10 && !IsZoneOrMidnight(text.AsSpan(10))))
            return null;
        return DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2199 ? date : null;
    }

    private static bool IsZoneOrMidnight(ReadOnlySpan<char> rest)
    {
        if (rest[0] == 'T')
        {
            var end = rest[1..].IndexOfAny("Z+-");
            var time = end < 0 ? rest[1..] : rest[1..(end + 1)];
            if (!time.StartsWith("00:00:00", StringComparison.Ordinal) || time[8..].ContainsAnyExcept('.', '0'))
                return false;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return rest.IsEmpty || rest is "Z" || (rest.Length == 6 && rest[0] is '+' or '-' && rest[3] == ':');
    }
}
