using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Host.Sample;

/// <summary>
/// Moves what the plugins' samples tell to the days before today: they name fixed days, and what is old is no moment. In every file, its name included, each date of the sample's years moves by the same number
/// of days, whatever the format it is written in; older dates (births, memberships) stay.
/// </summary>
internal static partial class SampleDates
{
    /// <summary>The day on which the samples are read as they stand: the last thing they tell happened the day before.</summary>
    public static readonly DateOnly Told = new(2026, 11, 21);

    // The years in which the samples' people lose and find work; nobody in them was born so late.
    private const int FirstYear = 2025;
    private const int LastYear = 2027;

    /// <summary>Copies the files of a folder, and moves their dates so that they were told today.</summary>
    public static void Copy(string from, string to, DateOnly today)
    {
        var days = today.DayNumber - Told.DayNumber;
        Directory.CreateDirectory(to);
        var minutesAgo = 60;
        foreach (var file in Directory.EnumerateFiles(from).Order(StringComparer.Ordinal))
        {
            // Byte for byte but the dates, whatever the encoding. Files are read in the order in which they changed: that of the days in their names.
            var copy = Path.Combine(to, Moved(Path.GetFileName(file), days));
            File.WriteAllText(copy, Moved(File.ReadAllText(file, Encoding.Latin1), days), Encoding.Latin1);
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(copy).AddMinutes(-minutesAgo--));
        }
    }

    /// <summary>A text with its dates moved. A day that does not exist is a mistake on purpose, and stays one.</summary>
    public static string Moved(string text, int days) => DatePattern().Replace(text, match =>
    {
        var (year, month, day) = (match.Groups["year"].Value, match.Groups["month"].Value, match.Groups["day"].Value);
        if (int.Parse(year, CultureInfo.InvariantCulture) is < FirstYear or > LastYear
            || !DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return match.Value;
        var moved = date.AddDays(days);
        var separator = match.Groups["separator"].Value;
        return match.Value[0] == '2' && match.Groups["year"].Index == match.Index
            ? moved.ToString($"yyyy'{separator}'MM'{separator}'dd", CultureInfo.InvariantCulture)
            : moved.ToString($"{(day.Length == 1 ? "%d" : "dd")}'{separator}'MM'{separator}'yyyy", CultureInfo.InvariantCulture);
    });

    // 2026-11-20, 20261120 with or without a time behind it, 20/11/2026, 1/02/2026, 31-10-2026.
    [GeneratedRegex(
        """
        (?<![\d/])(?:
            (?<year>20\d\d)(?<separator>-)(?<month>\d\d)-(?<day>\d\d)(?!\d)
          | (?<year>20\d\d)(?<separator>)(?<month>[01]\d)(?<day>[0-3]\d)(?=(?:\d{4}|\d{6})?(?!\d))
          | (?<day>\d\d?)(?<separator>[/-])(?<month>\d\d?)\k<separator>(?<year>20\d\d)(?!\d)
        )
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex DatePattern();
}
