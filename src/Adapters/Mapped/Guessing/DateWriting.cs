using System.Globalization;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Finds out how the dates of a column are written.</summary>
internal static class DateWriting
{
    // What a mapping reads without being told how.
    private static readonly string[] Usual = ["dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "yyyy-MM-dd"];

    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "MM/dd/yyyy", "MM-dd-yyyy", "yyyy/MM/dd", "yyyyMMdd", "ddMMyyyy", "dd/MM/yy", "dd-MM-yy", "dd.MM.yy",
    ];

    private static readonly string[] Times = ["HH:mm", "HH:mm:ss", "HH:mm:ss.fff", "HH:mm:ss.fffffff"];

    /// <summary>How these filled values are written; null when too few are dates.</summary>
    /// <param name="values">The values.</param>
    /// <param name="isNamedSo">Whether the column's name says that it holds dates: then the wrong ones are what must be found, and half is enough.</param>
    public static DateFinding? Of(IReadOnlyList<string> values, bool isNamedSo)
    {
        var counts = new Dictionary<string, int>();
        bool dayAbove12 = false, monthAbove12 = false, ordered = false, timed = false;
        var read = 0;
        foreach (var value in values)
        {
            var (day, time) = Parts(value);
            if (PatternOf(day) is not { } pattern || (time.Length > 0 && TimeOf(time) is null))
                continue;
            read++;
            timed |= time.Length > 0 && time.AsSpan().ContainsAnyExcept("0:.");
            if (pattern[0] is 'd' or 'M' && pattern.Length > 8)
            {
                ordered = true;
                dayAbove12 |= pattern[0] == 'd' && First(day) > 12;
                monthAbove12 |= pattern[0] == 'M';
            }
            else if (pattern[0] == 'd')
            {
                ordered = true;
                dayAbove12 |= int.Parse(day.AsSpan(0, 2), CultureInfo.InvariantCulture) > 12;
            }

            counts[pattern] = counts.GetValueOrDefault(pattern) + 1;
        }

        if (read == 0 || read * 10 < values.Count * (isNamedSo ? 5 : 8))
            return null;
        var patterns = counts.OrderByDescending(pair => pair.Value).Select(pair => pair.Key).ToList();
        var order = !ordered ? DayMonthOrder.Clear
            : dayAbove12 && monthAbove12 ? DayMonthOrder.Mixed
            : monthAbove12 ? DayMonthOrder.MonthFirst
            : dayAbove12 ? DayMonthOrder.DayFirst : DayMonthOrder.Unproven;
        if (order == DayMonthOrder.MonthFirst)
            patterns = [.. patterns.Select(pattern => pattern.Replace("dd/MM", "MM/dd").Replace("dd-MM", "MM-dd")).Distinct(StringComparer.Ordinal)];
        return new DateFinding(patterns, patterns.TrueForAll(Usual.Contains), order, timed);
    }

    /// <summary>Whether a value is a date in one of the known ways.</summary>
    public static bool IsDate(string value)
    {
        var (day, time) = Parts(value);
        return PatternOf(day) is not null && (time.Length == 0 || TimeOf(time) is not null);
    }

    private static string? PatternOf(string day)
    {
        foreach (var pattern in Days)
        {
            // A plain number is a date only when it can hardly be anything else.
            if (DateOnly.TryParseExact(day, [pattern, pattern.Replace("dd", "d").Replace("MM", "M")], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && (!pattern.EndsWith("yyyy", StringComparison.Ordinal) || pattern.Length > 8 || day.Length == 8) && date.Year is >= 1900 and < 2200)
            {
                return pattern;
            }
        }

        return null;
    }

    private static string? TimeOf(string time) =>
        Array.Find(Times, pattern => TimeOnly.TryParseExact(time.TrimEnd('Z'), pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        ?? (DateTimeOffset.TryParse("2026-01-01T" + time, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? "K" : null);

    private static (string Day, string Time) Parts(string value)
    {
        var end = value.IndexOfAny([' ', 'T']);
        return end is > 0 and <= 10 ? (value[..end], value[(end + 1)..].Trim()) : (value, "");
    }

    private static int First(string day) => int.Parse(day.AsSpan(0, day.AsSpan().IndexOfAny("/-.")), CultureInfo.InvariantCulture);
}
