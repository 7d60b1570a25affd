using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary>Standard output for tables: as wide as the terminal, and wide enough when it is a file.</summary>
internal static class ResultConsole
{
    public static IAnsiConsole Create()
    {
        var isFile = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Out),
            Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isFile ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (isFile)
            console.Profile.Width = 200;
        return console;
    }

    /// <summary>A text for a cell of a table, whatever a partner put in it: it neither marks up nor steers the terminal.</summary>
    public static string Cell(string text) => Markup.Escape(Harmless(text));

    /// <summary>A text from a partner as a terminal can be trusted with: what would steer it is shown as a dot.</summary>
    public static string Harmless(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsControl(from[i]) && from[i] is not ('\n' or '\t') ? '·' : from[i];
    });

    /// <summary>A day as it reads in Belgium.</summary>
    public static string Day(DateTimeOffset time) => BelgianTime.DayOf(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A time as it reads in Belgium; nothing for none.</summary>
    public static string Time(DateTimeOffset? time) =>
        time is { } at ? TimeZoneInfo.ConvertTime(at, BelgianTime.Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>When something happened, as it reads in Belgium: most sources know the day alone.</summary>
    public static string Happened(DateTimeOffset time) => BelgianInstant.Of(time);
}
