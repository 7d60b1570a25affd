using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Host.Backup;
using IntegrationHub.Host.Composition;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub backup</c>: the whole store in one file, while the hub runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var to = new Option<string>("--to") { Description = "The file to make; readable for this account alone.", HelpName = "FILE", Required = true };
        var json = CliOptions.Json();
        var command = new Command(
            "backup",
            """
            Write the whole store to one file, while the hub runs.

            Keys and secrets are not in it. Keep those apart: without them nobody can open what it holds, you neither.
            """) { config, to, json };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => MakeAsync(hub, Path.GetFullPath(parsed.GetRequiredValue(to)), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> MakeAsync(HubServices hub, string file, bool json, CancellationToken token)
    {
        var began = Stopwatch.GetTimestamp();
        DateTimeOffset madeAt;
        long bytes;
        using (var progress = new TerminalProgress("bytes"))
            (madeAt, bytes) = await HubBackup.MakeAsync(hub, file, at => progress.Show(at), token);
        await hub.Store.Audit.AddAsync(new AuditEntry { At = TimeProvider.System.GetUtcNow(), Kind = AuditKinds.BackupMade, Actor = hub.Administrators.Actor, Detail = $"{bytes} bytes." }, token);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { file, madeAt, bytes, seconds }, JsonSerializerOptions.Web)
            : string.Create(CultureInfo.InvariantCulture, $"{file}: {bytes / 1e6:N1} MB in {seconds:N0} s. What was stored by {ResultConsole.Time(madeAt)} is in it. The keys are not: keep them apart, for without them it cannot be opened."));
        return ExitCode.Done;
    }
}
