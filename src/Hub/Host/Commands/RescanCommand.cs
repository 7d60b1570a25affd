using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage.Hosts;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub adapters rescan</c>: has every running hub read its configuration and plugin folders again, and tells what each made of it.</summary>
internal static class RescanCommand
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command(
            "rescan",
            """
            Have the running hub read its configuration and its plugin folders again, without a restart.

            At once: plugins that are new or were broken; sources, destinations, partners and authorisations that are new, changed or removed; keys that are new or not used any more.
            A changed source is replaced: a run that is under way stops and goes on as configured now, from where it was. So is a source whose mapping file changed.
            Waits for a restart: a plugin that runs and has another version or other files now; instance, store, bus, http, audit, telemetry, keys.audit and limits in hub.json (limits.backlog and limits.unprocessedMinutes
            count at once).
            With an error anywhere nothing is applied, not even a key of a caller that was taken out, and every error is told. With several hubs on one store each reads its own folder, and its answer is shown.
            The exit code is 1 when a hub refused, did not answer or has a broken plugin, and when no hub runs.
            """) { config, json };
        command.SetAction((parsed, token) => RunAsync(parsed.GetRequiredValue(config), parsed.GetValue(json), token));
        return command;
    }

    private static Task<int> RunAsync(string folder, bool json, CancellationToken token) => OpenedHub.WithStoreOnlyAsync(
        folder,
        async hub =>
        {
            var time = TimeProvider.System;
            var running = await hub.Store.Hosts.RunningAsync(time.GetUtcNow() - HostPresence.LongestSilence, token);
            if (running.Count == 0)
            {
                await Console.Error.WriteLineAsync("No hub runs on this store. The next that starts reads the configuration as it is then.");
                return ExitCode.Failed;
            }

            var asked = await hub.Store.Hosts.AskRescanAsync(time.GetUtcNow(), token);
            var answers = await WaitAsync(hub.Store.Hosts, asked, running, time, token);
            var silent = running.Except(answers.Select(answer => answer.Instance)).ToList();
            var reports = answers.ToDictionary(answer => answer.Instance, answer => RescanReport.Read(answer.Report));
            if (json)
                Console.WriteLine(JsonSerializer.Serialize(new { hosts = reports, silent }, JsonSerializerOptions.Web));
            else
                await PrintAsync(reports, silent);
            return silent.Count == 0 && reports.Values.All(report => report.IsFine) ? ExitCode.Done : ExitCode.Failed;
        },
        token);

    private static async Task<IReadOnlyList<RescanAnswer>> WaitAsync(IHostStore hosts, long asked, IReadOnlyList<string> running, TimeProvider time, CancellationToken token)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var answers = await hosts.AnswersAsync(asked, token);
            if (running.All(host => answers.Any(answer => answer.Instance == host)) || time.GetElapsedTime(began) > Patience)
                return answers;
            await Task.Delay(LookAgain, time, token);
        }
    }

    private static async Task PrintAsync(IReadOnlyDictionary<string, RescanReport> reports, IReadOnlyList<string> silent)
    {
        foreach (var (host, report) in reports)
        {
            Console.WriteLine($"{host}: {Headline(report)}");
            foreach (var change in report.Applied)
                Console.WriteLine($"  {Sign(change)} {change}");
            foreach (var change in report.Waiting)
                Console.WriteLine($"  waits for a restart: {change}");
            foreach (var (what, problem) in report.Broken)
                await Console.Error.WriteLineAsync($"  {what} does not work. {problem}");
            foreach (var error in report.Errors)
                await Console.Error.WriteLineAsync($"  {error}");
        }

        foreach (var host in silent)
            await Console.Error.WriteLineAsync($"{host} did not answer within {Patience.TotalSeconds} s: it is busy, was killed a moment ago, or is an older version. Ask again, or restart it.");
    }

    private static string Headline(RescanReport report) => report switch
    {
        { Errors.Count: > 0, Applied.Count: 0 } => $"nothing is applied, the configuration has {report.Errors.Count} {(report.Errors.Count == 1 ? "error" : "errors")}. Callers and keys that were taken out still count until a rescan without errors.",
        { Applied.Count: 0, Waiting.Count: 0 } => "nothing changed.",
        { Applied.Count: 0 } => "nothing changed that counts before a restart.",
        _ => "applied.",
    };

    private static char Sign(ConfigurationChange change) => change.Change switch
    {
        ConfigurationChange.Added => '+',
        ConfigurationChange.Removed => '-',
        _ => '~',
    };
}
