using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Ledger;
using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Ledger;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub ledger</c>: whether everything that came is still there and went on.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var source = new Option<string?>("--source") { Description = "Only this source.", HelpName = "ID" };
        var since = CliOptions.Day("--since", "Only what came on this day (in Belgium) or later: yyyy-MM-dd.");
        var command = new Command(
            "ledger",
            """
            Count what came of every source, and say what is missing and since when.

            read = accepted + duplicate + quarantined; batches = published = processed, but for those that wait; moments = signalled + held + history + silenced + disputed + withdrawn;
            deliveries = delivered + refused + pending + failed + expired + cancelled. Exit code 1 when something is missing.
            """) { config, json, source, since };
        command.SetAction((parsed, token) => OpenedHub.WithExistingStoreAsync(
            parsed.GetRequiredValue(config), hub => ShowAsync(hub, parsed.GetValue(json), parsed.GetValue(source), parsed.GetValue(since), token), token));
        return command;
    }

    private static async Task<int> ShowAsync(HubServices hub, bool json, string? source, DateOnly? since, CancellationToken token)
    {
        var unprocessedSince = TimeProvider.System.GetUtcNow() - hub.Configuration.LongestUnprocessed;
        var book = await hub.Store.Ledger.ReadAsync(source, since is { } day ? BelgianTime.StartOf(day) : null, unprocessedSince, token);
        if (source is not null && book.Sources.Count == 0 && hub.Configuration.Sources.All(one => one.Id != source))
        {
            await Console.Error.WriteLineAsync($"'{source}' is no source of this configuration, and nothing of it is stored.");
            return ExitCode.WrongUse;
        }

        var alerts = await hub.Store.Alerts.SinceAsync(TimeProvider.System.GetUtcNow().AddDays(-1), token);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(LedgerReport.Of(book, alerts), JsonSerializerOptions.Web));
        else
            Print(book, alerts, since);
        return book.AddsUp ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Print(LedgerBook book, IReadOnlyList<Alert> alerts, DateOnly? asked)
    {
        if (asked is { } day && book.Since is { } from && from > BelgianTime.StartOf(day))
            Console.WriteLine($"Counted since {ResultConsole.Time(from)}: what came before that is one sum, and shown without --since.");
        Write("records", ["read", "accepted", "duplicate", "quarantined", "in quarantine", "given up"], book, one => [
            one.Intake.Read, one.Intake.Accepted, one.Intake.Duplicate, one.Intake.Quarantined, one.InQuarantine, one.Discarded]);
        Write("journal", ["facts", "batches", "published", "processed", "waiting"], book, one => [one.Journal.Facts, one.Journal.Batches, one.Journal.Published, one.Journal.Processed, one.Journal.Waiting]);
        Write("moments", ["all", "signalled", "held", "history", "silenced", "disputed", "withdrawn"], book, one => [
            one.Moments.All, one.Moments.Signalled, one.Moments.Held, one.Moments.History, one.Moments.Silenced, one.Moments.Disputed, one.Moments.Withdrawn]);
        Write("deliveries", ["signals", "deliveries", "delivered", "refused", "pending", "failed", "expired", "cancelled"], book, one => [
            one.Signals, one.Deliveries.All, one.Deliveries.Delivered, one.Deliveries.Refused, one.Deliveries.Pending, one.Deliveries.Failed, one.Deliveries.Expired, one.Deliveries.Cancelled]);
        foreach (var source in book.Sources.Where(one => one.Journal.WaitingSince is not null && one.Missing.All(gap => gap.What != "unprocessed")))
            Console.WriteLine($"{source.Source}: {Number.Of(source.Journal.Waiting, "batch", "batches")} to process, since {ResultConsole.Time(source.Journal.WaitingSince)}.");
        foreach (var source in book.Sources.Where(one => one.Deliveries.PendingSince is not null))
            Console.WriteLine($"{source.Source}: {Number.Of(source.Deliveries.Pending, "delivery", "deliveries")} on the way, since {ResultConsole.Time(source.Deliveries.PendingSince)}.");
        foreach (var alert in alerts)
            Console.WriteLine(AlertSentence.Of(alert));
        foreach (var source in book.Sources)
        {
            foreach (var gap in source.Missing)
                Console.WriteLine(LedgerSentence.Of(source.Source, gap));
        }

        Console.WriteLine(book.AddsUp ? "Everything adds up." : "It does not add up.");
    }

    private static void Write(string what, string[] columns, LedgerBook book, Func<SourceLedger, long[]> numbers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(what);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var source in book.Sources)
            table.AddRow([ResultConsole.Cell(source.Source), .. numbers(source).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        ResultConsole.Create().Write(table);
    }
}
