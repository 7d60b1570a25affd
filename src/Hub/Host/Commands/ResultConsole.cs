using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary>Standard output for tables: as wide as the terminal, and wide enough when it is a file.</summary>
internal static class ResultConsole
{
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 200;
        return console;
    }
}
