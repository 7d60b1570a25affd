using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Keys;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub keys</c>: which keys there are, and what is under each.</summary>
internal static class KeysCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("keys", "Show the keys, what is stored under each, and which are not used any more.") { config, json };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(parsed.GetRequiredValue(config), hub => ShowAsync(hub, parsed.GetValue(json), token), token));
        command.Subcommands.Add(KeysRotateCommand.Create());
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, bool json, CancellationToken token)
    {
        var keys = await ShownKey.AllAsync(hub, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(keys, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("key", "rows", "where", "");
        foreach (var key in keys)
            table.AddRow(new[] { key.Name, $"{key.Rows.Values.Sum():N0}", string.Join(Environment.NewLine, key.Rows.Select(rows => $"{rows.Key}: {rows.Value:N0}")), key.Sentence }.Select(ResultConsole.Cell).ToArray());
        ResultConsole.Create().Write(table);
        return ExitCode.Done;
    }
}
