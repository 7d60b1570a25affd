using System.CommandLine;

namespace IntegrationHub.Host.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CliOptions
{
    public static Option<string?> Config() => new("--config") { Description = "The configuration folder (hub.json, partnerships.json, authorisations.json).", HelpName = "DIR" };

    public static Option<string> RequiredConfig() => new("--config") { Description = "The configuration folder (hub.json, partnerships.json, authorisations.json).", HelpName = "DIR", Required = true };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };
}
