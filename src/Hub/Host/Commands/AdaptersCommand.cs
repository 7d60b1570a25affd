using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub adapters</c>: the installed plugins, the broken ones with the reason.</summary>
internal static class AdaptersCommand
{
    public static Command Create()
    {
        var config = CliOptions.Config();
        var json = CliOptions.Json();
        var command = new Command("adapters", "Show the installed plugins and whether they load: in this command, now. What a hub that runs has loaded is told by its log and by 'hub adapters rescan'.") { config, json };
        command.SetAction(parsed => Show(parsed.GetValue(config), parsed.GetValue(json)));

        command.Subcommands.Add(AdapterCheckCommand.Create());
        command.Subcommands.Add(TryCommand.Create());
        command.Subcommands.Add(GuessCommand.Create());
        command.Subcommands.Add(RescanCommand.Create());
        return command;
    }

    private static int Show(string? config, bool json)
    {
        IReadOnlyList<string> folders = [HubConfigurationReader.BuiltInPlugins];
        if (config is not null)
        {
            var (configuration, errors) = HubConfigurationReader.Read(config);
            foreach (var error in errors)
                Console.Error.WriteLine(error);
            if (configuration is null)
                return ExitCode.Failed;
            folders = configuration.PluginFolders;
        }

        var catalog = new PluginCatalog(folders);
        catalog.LoadAll();
        var rows = catalog.Plugins.Select(plugin => new AdapterRow(plugin.Id, plugin.Manifest?.Version.ToString() ?? "", plugin.State.ToString().ToLowerInvariant(), plugin.Folder, plugin.Problem)).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, JsonSerializerOptions.Web));
        }
        else
        {
            var table = new Table().Border(TableBorder.Simple).AddColumns("adapter", "version", "state", "folder", "problem");
            foreach (var row in rows)
                table.AddRow(new[] { row.Id, row.Version, row.State, row.Folder, row.Problem ?? "" }.Select(ResultConsole.Cell).ToArray());
            ResultConsole.Create().Write(table);
        }

        return ExitCode.Done;
    }

    private sealed record AdapterRow(string Id, string Version, string State, string Folder, string? Problem);
}
