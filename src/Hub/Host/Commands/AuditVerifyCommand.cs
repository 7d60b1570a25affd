using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub audit verify</c>: whether the audit log is what was sealed, and where not.</summary>
internal static class AuditVerifyCommand
{
    private static readonly TimeSpan UsuallySealed = TimeSpan.FromMinutes(1);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var head = new Option<string?>("--head") { Description = "Compare with this head file, of another host or of a copy, instead of the one of this host.", HelpName = "FILE" };
        var command = new Command("verify", "Compare the whole audit log with its seals and with the head outside the database. Exit code 1 when something was changed, removed or put in, and when entries wait longer than a minute to be sealed while a hub runs.") { config, json, head };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => VerifyAsync(hub, parsed.GetValue(head), parsed.GetValue(json), token), token));
        return command;
    }

    private static async Task<int> VerifyAsync(HubServices hub, string? headFile, bool json, CancellationToken token)
    {
        var file = headFile is null ? hub.AuditHead : new AuditHeadFile(Path.GetFullPath(headFile));
        // Before the log is read: the file is never ahead of it.
        var head = file.Read();
        if (head is null && headFile is not null)
        {
            await Console.Error.WriteLineAsync($"{file.Location} does not exist.");
            return ExitCode.WrongUse;
        }

        AuditReport report;
        var now = TimeProvider.System.GetUtcNow();
        using (var progress = new TerminalProgress("entries"))
            report = await hub.Store.Audit.VerifyAsync(hub.AuditKeys, head, hub.Configuration.Retention.Audit.Before(now), entries => progress.Show(entries, 0), token);
        // A hub that started only now has a minute for what waited before it.
        var isSealingLate = now - report.UnsealedSince > UsuallySealed && now - (await hub.Store.Hosts.LiveAsync(now - HostPresence.LongestSilence, token)).Since > UsuallySealed;
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { isWhole = report.FaultCount == 0, isSealingLate, headFile = head is null ? null : file.Location, report }, Json));
        else
            Print(report, file, head, now, isSealingLate);
        return report.FaultCount == 0 && !isSealingLate ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(AuditReport report, AuditHeadFile file, AuditHead? head, DateTimeOffset now, bool isSealingLate)
    {
        foreach (var fault in report.Faults)
            Console.WriteLine(fault.Sentence);
        if (report.FaultCount > report.Faults.Count)
            Console.WriteLine($"And {report.FaultCount - report.Faults.Count} more places.");
        if (report.Anchor is { } anchor)
            Console.WriteLine($"Kept from block {anchor.Block + 1} on; the {Number.Of(anchor.Total, "entry", "entries")} before it were past their term.");
        if (head is null)
            Console.WriteLine($"There is no head file ({file.Location}), so that a log that was cut off at its end would look whole. The next start of a hub makes one.");
        else if (!report.IsHeadCompared && report.FaultCount == 0)
            Console.WriteLine($"The head file knows block {head.Block}, which was past its term: it was not compared. Take the file of a host that runs.");
        if (report.Unsealed > 0)
        {
            var isLate = now - report.UnsealedSince > UsuallySealed;
            Console.WriteLine(
                $"{Number.Of(report.Unsealed, "entry is", "entries are")} not sealed yet, the first is {report.FirstUnsealed} of {ResultConsole.Time(report.UnsealedSince)}: of these nothing can be said."
                + (isSealingLate ? " A hub runs and does not seal them, though it should within seconds: its log says what is in its way." : isLate ? " A hub that runs seals within seconds: does none run?" : ""));
        }

        Console.WriteLine(report.FaultCount == 0
            ? $"{Number.Of(report.Entries, "entry", "entries")} in {Number.Of(report.Blocks, "block", "blocks")}: all as they were sealed{(report.IsHeadCompared ? ", up to and past the head outside the database" : "")}."
            : $"The audit log is not what was sealed: {Number.Of(report.FaultCount, "place", "places")} in {Number.Of(report.Blocks, "block", "blocks")}.");
    }
}
