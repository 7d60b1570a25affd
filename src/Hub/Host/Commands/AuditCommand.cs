using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub audit</c>: who saw what about whom, and what administrators did.</summary>
internal static class AuditCommand
{
    private const int Most = 10_000;

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var selection = new AuditSelection();
        var max = new Option<int>("--max") { Description = "At most so many, the latest first.", HelpName = "N", DefaultValueFactory = _ => 50 };
        max.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most)
                result.AddError($"--max: expected a number from 1 to {Most}.");
        });
        var command = new Command("audit", "Show the audit log: who saw what about whom, why, on what ground; and what administrators did. Needs the permission read-audit; the log tells of it.") { config, json, max };
        selection.AddTo(command);
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => ShowAsync(hub, selection, parsed, parsed.GetValue(max), parsed.GetValue(json), token), token));
        command.Subcommands.Add(AuditVerifyCommand.Create());
        command.Subcommands.Add(AuditExportCommand.Create());
        command.Subcommands.Add(AuditRestartHeadCommand.Create());
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, AuditSelection selection, ParseResult parsed, int max, bool json, CancellationToken token)
    {
        var actor = hub.Administrators.Require(Permission.ReadAudit);
        if (await selection.ReadAsync(hub, parsed, token) is not { } filter)
            return ExitCode.WrongUse;
        await AuditLooked.TellAsync(hub, AuditKinds.AuditRead, actor, filter, $"the latest {max}", token);
        if (filter.Citizens is [])
        {
            await Console.Error.WriteLineAsync(AuditSelection.Nobody);
            return ExitCode.Failed;
        }

        var records = await hub.Store.Audit.ListAsync(filter, max, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(records.Select(AuditLine.Of), AuditLine.Json));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("time", "what", "who", "about", "recipient", "fields", "purpose", "ground", "detail", "block");
        foreach (var record in records)
        {
            var entry = record.Entry;
            table.AddRow(new[]
            {
                ResultConsole.Time(entry.At), entry.Kind, entry.Actor, $"{entry.Citizen}", entry.Recipient, string.Join(", ", entry.Fields), entry.Purpose, entry.Ground, entry.Detail ?? "",
                record.Block?.ToString(CultureInfo.InvariantCulture) ?? "not yet",
            }.Select(ResultConsole.Cell).ToArray());
        }

        ResultConsole.Create().Write(table);
        if (records.Count == max)
            Console.WriteLine($"These are the latest {max}; --since and --max show more.");
        return ExitCode.Done;
    }
}
