using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub quarantine</c>: what waits for a person and why; <c>hub quarantine retry</c>: read it again, after a fix.</summary>
internal static class QuarantineCommand
{
    private const int Most = 10_000;

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("quarantine", "Show the records that could not be read, and why.") { config, json };
        command.SetAction((parsed, token) => OpenedHub.WithStoreAsync(parsed.GetRequiredValue(config), hub => ShowAsync(hub, parsed.GetValue(json), token), token));

        var retryConfig = CliOptions.RequiredConfig();
        var source = new Option<string?>("--source") { Description = "Only records of this source.", HelpName = "ID" };
        var retry = new Command("retry", "Read the records in quarantine again, after the adapter or its options were mended.") { retryConfig, source };
        retry.SetAction((parsed, token) => OpenedHub.WithStoreAsync(parsed.GetRequiredValue(retryConfig), hub => RetryAsync(hub, parsed.GetValue(source), token), token));
        command.Subcommands.Add(retry);
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, bool json, CancellationToken token)
    {
        var entries = await hub.Store.Quarantine.ListAsync(null, Most, token);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(entries, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("id", "source", "record", "kind", "reasons");
        foreach (var entry in entries)
        {
            var reasons = JsonSerializer.Deserialize(entry.Reasons, SealedJson.Default.IReadOnlyListRejection) ?? [];
            table.AddRow(new[] { $"{entry.Id}", entry.Source, entry.RecordId, entry.Kind, string.Join(Environment.NewLine, reasons) }.Select(Markup.Escape).ToArray());
        }

        ResultConsole.Create().Write(table);
        return ExitCode.Done;
    }

    private static async Task<int> RetryAsync(HubServices hub, string? only, CancellationToken token)
    {
        int accepted = 0, rejected = 0;
        var reinstated = await hub.Store.Detection.ReinstateFactsAsync(TimeProvider.System.GetUtcNow(), token);
        foreach (var entry in await hub.Store.Quarantine.ListAsync(only, Most, token))
        {
            if (hub.Sources.Find(entry.Source) is not { } source)
                continue;
            var outcome = (await source.Intake.AcceptAsync(SealedRecord.Read(await hub.Store.Quarantine.OpenAsync(entry.Id, token)), token))[0];
            if (outcome.Kind == RecordOutcomeKind.Quarantined)
                rejected++;
            else
                accepted++;
        }

        Console.WriteLine($"{accepted} records were accepted now, {rejected} stay in quarantine{(reinstated > 0 ? $", {reinstated} facts are evaluated again" : "")}. A running hub takes the accepted ones further; otherwise the next run does.");
        return ExitCode.Done;
    }
}
