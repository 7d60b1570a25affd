using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Quarantine;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine list</c>: the newest entries, without content.</summary>
internal static class QuarantineListCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var max = new Option<int>("--max") { Description = "How many at most.", HelpName = "N", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Show the newest entries, with all their reasons and without content.") { config, max, json };
        var selection = new QuarantineSelection().AddTo(command, withId: false);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config),
            async hub =>
            {
                var entries = await hub.Store.Quarantine.ListAsync(selection.Of(parsed), parsed.GetValue(max), token);
                if (parsed.GetValue(json))
                {
                    Console.WriteLine(JsonSerializer.Serialize(entries.Select(QuarantineContent.Describe), JsonSerializerOptions.Web));
                    return ExitCode.Done;
                }

                var table = new Table().Border(TableBorder.Simple).AddColumns("id", "source", "record", "kind", "at", "reasons");
                foreach (var entry in entries)
                    table.AddRow(new[] { $"{entry.Id}", entry.Source, entry.RecordId, entry.Kind, ResultConsole.Time(entry.QuarantinedAt), QuarantineCommand.Sentences(entry) }.Select(ResultConsole.Cell).ToArray());
                ResultConsole.Create().Write(table);
                return ExitCode.Done;
            },
            token));
        return command;
    }
}
