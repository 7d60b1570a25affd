using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Quarantine;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine export</c>: entries with their content, to a file for one pair of eyes.</summary>
internal static class QuarantineExportCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var to = new Option<string>("--to") { Description = "The file to make, in JSON Lines; readable for this account alone.", HelpName = "FILE", Required = true };
        var json = CliOptions.Json();
        var command = new Command("export", "Write entries with their content to a file. Needs the permission export-quarantine, and is written in the audit log.") { config, to, json };
        var selection = new QuarantineSelection().AddTo(command);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => ExportAsync(hub, selection.Of(parsed), Path.GetFullPath(parsed.GetRequiredValue(to)), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> ExportAsync(HubServices hub, QuarantineFilter filter, string file, bool json, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.ExportQuarantine);
        long written;
        await using (var stream = PrivateFile.Create(file))
        {
            using var progress = new TerminalProgress("entries written");
            written = await new QuarantineExport(hub.Store, TimeProvider.System).RunAsync(filter, actor, stream, progress.Show, token);
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { written, file })
            : $"{Number.Of(written, "entry", "entries")} written to {file}. It names people: send it by a way that is meant for that, and remove it afterwards.");
        return ExitCode.Done;
    }
}
