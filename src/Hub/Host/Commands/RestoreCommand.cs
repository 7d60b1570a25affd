using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Backup;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Storage.Backup;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub restore</c>: an empty store filled from a backup, and what partners must do then.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var from = new Option<string>("--from") { Description = "A file that \"hub backup\" made.", HelpName = "FILE", Required = true };
        var erasures = new Option<string[]>("--erasures") { Description = "The list of erasures of another host, to add to that of this one. May be given more than once.", HelpName = "FILE" };
        var noErasures = new Option<bool>("--no-erasures") { Description = "Say that nobody was ever erased, where there is no list of erasures." };
        var json = CliOptions.Json();
        var command = new Command(
            "restore",
            """
            Fill an empty store from a backup, and say what partners must send again. Needs the permission restore.

            Stop every hub of this store first. Put the keys of then back: they are not in the backup. Who was erased is erased again, by the list that lies beside the head of the audit log; without one nothing is restored, unless --no-erasures says that there never was one.
            """) { config, from, erasures, noErasures, json };
        command.SetAction((parsed, token) => OpenedHub.WithClosedStoreAsync(
            parsed.GetRequiredValue(config), hub =>
            {
                var actor = hub.Administrators.Require(Permission.Restore);
                RequireBeside(hub, parsed.GetRequiredValue(config), parsed.GetRequiredValue(from), parsed.GetValue(erasures) is { Length: > 0 } || parsed.GetValue(noErasures));
                return RestoreAsync(hub, actor, Path.GetFullPath(parsed.GetRequiredValue(from)), parsed.GetValue(erasures) ?? [], parsed.GetRequiredValue(config), parsed.GetValue(json), token);
            }));
        return command;
    }

    /// <summary>What lies beside the store and is in no backup: keys, and who was erased. Who moved the store away may have taken it along.</summary>
    private static void RequireBeside(HubServices hub, string folder, string from, bool knowsErasures)
    {
        if (hub.Configuration.Keys is { AreNew: true, File: { } keys })
            throw new PermanentFailureException($"There is no {keys}. Put the .keys file of this store back there, from where it was moved to or from its safe place: without it nobody can open what is in the backup. Nothing was restored.");
        if (!knowsErasures && !hub.Erasures.Exists)
        {
            throw new PermanentFailureException(
                $"There is no list of erasures, {hub.Erasures.Location}: whom the backup holds and who was erased since would be back. Put it there, or name a copy with --erasures FILE. "
                + $"If nobody was ever erased: hub restore --config {folder} --from {from} --no-erasures. Nothing was restored.");
        }
    }

    private static async Task<int> RestoreAsync(HubServices hub, string actor, string file, IReadOnlyList<string> erasures, string folder, bool json, CancellationToken token)
    {
        // Before anything is there: one that cannot be read would leave who was erased in the store. And where this is cut off, the hub that starts knows whom to erase by its own list.
        hub.Erasures.AddNew(Listed(erasures));
        var listed = hub.Erasures.Read();
        RestoredStore restored;
        using (var progress = new TerminalProgress("bytes"))
            restored = await HubBackup.RestoreAsync(hub, file, actor, at => progress.Show(at), token);
        // The schema of today, and the keys once more.
        await hub.OpenStoreAsync(token);
        var again = await ErasedAgain.RunAsync(hub, listed, restored.MadeAt, actor, TimeProvider.System.GetUtcNow(), token);
        // The log of the backup ends before the block that the file knows.
        hub.AuditHead.SetAside(TimeProvider.System.GetUtcNow());
        var sources = AfterRestore.Of(hub.Configuration, restored);
        if (json)
        {
            var told = new { restored.MadeAt, batchesToProcess = restored.Batches, pendingDeliveries = restored.Deliveries, erasedAgain = again.Citizens, erasedAndUnknown = again.Unknown.Select(one => $"{one}"), erasedWithoutReference = again.WithoutReference, listedErasures = hub.Erasures.Exists ? listed.Count : (int?)null, sources };
            Console.WriteLine(JsonSerializer.Serialize(told, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        Console.WriteLine($"The store is as it was at {ResultConsole.Time(restored.MadeAt)}. What came after that is not in it.");
        Console.WriteLine($"When the hub starts, {Number.Of(restored.Batches, "batch", "batches")} of facts that were not processed are published again, and {Number.Of(restored.Deliveries, "pending delivery", "pending deliveries")} go out.");
        Print(again);
        Print(sources);
        Console.WriteLine("A tool may get twice: what was pending and went out after the backup (under the same webhook-id, so that it knows), and a signal about what came after the backup (under another, for the hub does not know that it sent it).");
        Console.WriteLine($"Now: hub run --config {folder}, let the sources go on, then hub ledger --config {folder}.");
        return ExitCode.Done;
    }

    private static List<ListedErasure> Listed(IReadOnlyList<string> others)
    {
        if (others.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            throw new PermanentFailureException($"{missing} does not exist. Give the list of erasures of another host with --erasures, or leave it out.");
        return [.. others.SelectMany(file => new ErasureList(Path.GetFullPath(file)).Read())];
    }

    private static void Print(ErasedAgain again)
    {
        Console.WriteLine($"Of those on the list of erasures, {Number.Of(again.Citizens, "citizen was", "citizens were")} in the backup and erased again.");
        if (again.Unknown.Count > 0)
            Console.WriteLine($"Erased since the backup and not in it: {string.Join(", ", again.Unknown)}. When a source tells of them again they get another reference: look up whose requests these were and run hub erase with the INSZ once the sources went on.");
        if (again.WithoutReference.Count > 0)
            Console.WriteLine($"Erased since the backup, or in the minutes before it, by INSZ alone, of whom there was no fact: at {string.Join(", ", again.WithoutReference.Select(at => ResultConsole.Time(at)))}. Look up whose requests these were and run hub erase again.");
    }

    private static void Print(IReadOnlyList<AfterRestore> sources)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "last record", "checkpoint", "what it must do");
        foreach (var source in sources)
        {
            table.AddRow(new[]
            {
                source.Source, ResultConsole.Time(source.LastRecordAt), ResultConsole.Time(source.CheckpointAt),
                source.Needs switch
                {
                    AfterRestore.Nothing => source.CheckpointAt is null ? "nothing: the hub reads it from its beginning" : "nothing: the hub reads it again from its checkpoint",
                    AfterRestore.SendAgain => source.Since is { } since ? $"send again everything it sent since {ResultConsole.Time(since)}; what the hub knows already counts as duplicate" : "send again everything it sent: the hub knows no record of it",
                    _ => "nothing: it is no source of this configuration",
                },
            }.Select(ResultConsole.Cell).ToArray());
        }

        ResultConsole.Create().Write(table);
    }
}
