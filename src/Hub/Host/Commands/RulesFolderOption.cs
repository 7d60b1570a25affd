using System.CommandLine;

namespace IntegrationHub.Host.Commands;

/// <summary>The configuration folder of <c>hub rules</c>: the one that is named, else the one we stand in.</summary>
internal static class RulesFolderOption
{
    public static Option<string?> Create() => new("--config") { Description = "The configuration folder; without it the folder you stand in.", HelpName = "DIR" };

    /// <summary>The folder; null where none was named and we stand in none.</summary>
    public static string? Of(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) ?? (File.Exists("hub.json") ? Directory.GetCurrentDirectory() : null);

    public static int Missing()
    {
        Console.Error.WriteLine("Give the configuration folder with --config DIR, or go and stand in it: there is no hub.json here.");
        return ExitCode.WrongUse;
    }
}
