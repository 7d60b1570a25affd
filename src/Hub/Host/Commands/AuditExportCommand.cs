using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub audit export</c>: entries as JSON Lines, for who must look at them elsewhere. Is itself an entry.</summary>
internal static class AuditExportCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var selection = new AuditSelection();
        var command = new Command("export", "Write entries of the audit log to standard output, one JSON object a line. Needs the permission export-audit; the log tells of it.") { config };
        selection.AddTo(command);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(parsed.GetRequiredValue(config), hub => ExportAsync(hub, selection, parsed, token), token));
        return command;
    }

    private static async Task<int> ExportAsync(HubServices hub, AuditSelection selection, ParseResult parsed, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.ExportAudit);
        if (await selection.ReadAsync(hub, parsed, token) is not { } filter)
            return ExitCode.WrongUse;
        await AuditLooked.TellAsync(hub, AuditKinds.AuditExported, actor, filter, "all of it", token);
        if (filter.Citizens is [])
        {
            await Console.Error.WriteLineAsync(AuditSelection.Nobody);
            return ExitCode.Failed;
        }

        await using var output = Console.OpenStandardOutput();
        await using var buffered = new BufferedStream(output, 64 * 1024);
        await hub.Store.Audit.ExportAsync(
            filter,
            record =>
            {
                JsonSerializer.Serialize(buffered, AuditLine.Of(record), AuditLine.Json);
                buffered.WriteByte((byte)'\n');
            },
            token);
        return ExitCode.Done;
    }
}
