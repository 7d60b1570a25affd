using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Quarantine;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine</c>: what waits for a person, by reason.</summary>
internal static class QuarantineCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command(
            "quarantine",
            """
            Show what could not be read, by reason and version of the adapter.

            What rests here waits for a person. After a fix, "retry" reads it again; what is not worth it is given up with "discard". Nothing leaves by itself, save a record that its source sent
            again and that could be read then.
            """) { config, json };
        var selection = new QuarantineSelection().AddTo(command, withId: false);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config),
            async hub =>
            {
                Show(await hub.Store.Quarantine.GroupsAsync(selection.Of(parsed), token), parsed.GetValue(json));
                return ExitCode.Done;
            },
            token));
        command.Subcommands.Add(QuarantineListCommand.Create());
        command.Subcommands.Add(QuarantineShowCommand.Create());
        command.Subcommands.Add(QuarantineRetryCommand.Create());
        command.Subcommands.Add(QuarantineDiscardCommand.Create());
        command.Subcommands.Add(QuarantineExportCommand.Create());
        return command;
    }

    /// <summary>All reasons of an entry, each a sentence.</summary>
    public static string Sentences(QuarantineEntry entry) => string.Join(Environment.NewLine, JsonSerializer.Deserialize(entry.Reasons, SealedJson.Default.IReadOnlyListRejection) ?? []);

    private static void Show(IReadOnlyList<QuarantineGroup> groups, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(groups.Select(Described), JsonSerializerOptions.Web));
            return;
        }

        if (groups.Count == 0)
        {
            Console.WriteLine("Nothing rests in quarantine.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("reason", "adapter version");
        table.AddColumn(new TableColumn("records").RightAligned()).AddColumns("sources", "oldest", "newest", "the newest says");
        foreach (var group in groups)
        {
            table.AddRow(new[]
            {
                group.Reason, group.Latest.IsFact ? "(detection)" : group.AdapterVersion, $"{group.Count}", string.Join(Environment.NewLine, group.Sources.Select(one => $"{one.Key}: {one.Value}")),
                ResultConsole.Time(group.Oldest), ResultConsole.Time(group.Newest), Sentences(group.Latest),
            }.Select(ResultConsole.Cell).ToArray());
        }

        ResultConsole.Create().Write(table);
        Console.WriteLine("\"hub quarantine list --reason REASON\" shows the records of a group, \"show ID\" one of them, \"retry --reason REASON\" reads them again after a fix.");
    }

    private static object Described(QuarantineGroup group) => new
    {
        group.Reason,
        group.AdapterVersion,
        group.Count,
        group.Oldest,
        group.Newest,
        group.Sources,
        LatestId = group.Latest.Id,
        LatestReasons = JsonDocument.Parse(group.Latest.Reasons).RootElement,
    };
}
