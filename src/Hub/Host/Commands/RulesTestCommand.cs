using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Host.Backtest;
using IntegrationHub.Host.Composition;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub rules test</c>: what rules would have found in the journal. Changes nothing.</summary>
internal static class RulesTestCommand
{
    public static Command Create()
    {
        var config = RulesFolderOption.Create();
        var rules = new Option<string?>("--rules") { Description = "A folder of rules to test instead of the active ones; what differs from these is told.", HelpName = "DIR" };
        var since = CliOptions.Day("--since", "Count the moments raised from this day on (yyyy-MM-dd); without it all.");
        var json = CliOptions.Json();
        var command = new Command("test", "Run rules over the journal as if they had always been there, and show what they would have found. Reads only: nothing is written, nothing is sent, and the hub may run meanwhile.")
        {
            config, rules, since, json,
        };
        command.SetAction(async (parsed, token) => RulesFolderOption.Of(parsed, config) is { } folder
            ? await RunAsync(folder, parsed.GetValue(rules), parsed.GetValue(since), parsed.GetValue(json), token)
            : RulesFolderOption.Missing());
        return command;
    }

    private static async Task<int> RunAsync(string folder, string? rules, DateOnly? since, bool json, CancellationToken token)
    {
        var time = TimeProvider.System;
        using var loggers = HubLogging.Create(LogLevel.Error);
        var (journal, mistakes) = await OpenedJournal.OpenAsync(folder, loggers, time, token);
        if (journal is null)
            return MistakesOutput.Write(mistakes, json);
        await using var opened = journal;
        RuleSet? tested = null;
        if (rules is not null)
        {
            (tested, mistakes) = journal.Read(rules);
            if (tested is null)
                return MistakesOutput.Write(mistakes, json);
        }

        var begin = time.GetTimestamp();
        var until = time.GetUtcNow();
        var run = new BacktestRun(journal.History, journal.With(tested ?? journal.Active), tested is null ? null : journal.With(journal.Active), journal.BundleWithin);
        var from = since is { } day ? BelgianTime.StartOf(day) : DateTimeOffset.MinValue;
        var citizens = await journal.History.CountCitizensAsync(token);
        var tally = await BacktestProgress.ShowAsync(citizens, progress => run.RunAsync(from, until, progress, token));
        var report = new BacktestReport(
            rules is null ? "the active set" : rules,
            (tested ?? journal.Active).Rules.Count,
            tally.Citizens,
            tally.Facts,
            since,
            until,
            Math.Round(time.GetElapsedTime(begin).TotalSeconds, 1),
            BacktestReporting.Moments(tally, (tested ?? journal.Active).Rules, isCompared: tested is not null),
            BacktestReporting.Signals(tally, until),
            tally.Unheard);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(report, MistakesOutput.Readable));
        else
            new BacktestPrinter(ResultConsole.Create(), isTerminal: !Console.IsOutputRedirected).Print(report);
        return ExitCode.Done;
    }
}
