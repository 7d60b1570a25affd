using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Ledger;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Storage.Operations;
using Spectre.Console;

namespace IntegrationHub.Host.Commands;

/// <summary><c>hub sources</c>: last and next run, result, counts; <c>hub sources run ID</c>: run now.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var config = CliOptions.RequiredConfig();
        var json = CliOptions.Json();
        var command = new Command("sources", "Show each source: last and next run, result, counts.") { config, json };
        command.SetAction((parsed, token) => ShowAsync(parsed.GetRequiredValue(config), parsed.GetValue(json), token));

        var runConfig = CliOptions.RequiredConfig();
        var id = new Argument<string>("id") { Description = "The id of a pull source." };
        var anew = new Option<bool>("--from-beginning")
        {
            Description = "Read everything again, as for the first time: what is known comes as duplicates, and what an authorisation has named since is stored.",
        };
        var acceptLoss = AcceptedLoss.Option();
        var run = new Command("run", "Have the running hub read a source now.") { id, runConfig, anew, acceptLoss };
        run.SetAction((parsed, token) => parsed.GetValue(acceptLoss)
            ? OpenedHub.WithStoreAsync(parsed.GetRequiredValue(runConfig), hub => Unknown(hub, parsed.GetRequiredValue(id)) ? Task.FromResult(ExitCode.WrongUse) : AcceptedLoss.AcceptAsync(hub, parsed.GetRequiredValue(id), token), token)
            : RunNowAsync(parsed.GetRequiredValue(runConfig), parsed.GetRequiredValue(id), parsed.GetValue(anew), token));
        command.Subcommands.Add(run);
        command.Subcommands.Add(Pause());
        command.Subcommands.Add(Resume());
        return command;
    }

    private static Command Pause()
    {
        var config = CliOptions.RequiredConfig();
        var id = new Argument<string>("id") { Description = "The id of a pull source." };
        var reason = CliOptions.Reason("--reason", "Why, for colleagues. Never name anybody in it.");
        var until = CliOptions.Time("--until", "When it resumes by itself, such as 2026-12-31T06:00+01:00.");
        var pause = new Command("pause", "Leave a source alone on its schedule.") { id, config, reason, until };
        pause.SetAction((parsed, token) => WithSchedulesAsync(parsed.GetRequiredValue(config), looksOnly: false, async (hub, _) =>
        {
            if (Unknown(hub, parsed.GetRequiredValue(id)))
                return ExitCode.WrongUse;
            await hub.Store.Operations.PauseAsync(parsed.GetRequiredValue(id), parsed.GetRequiredValue(reason), parsed.GetValue(until), token);
            Console.WriteLine($"{parsed.GetRequiredValue(id)} is paused.");
            return ExitCode.Done;
        }));
        return pause;
    }

    private static Command Resume()
    {
        var config = CliOptions.RequiredConfig();
        var id = new Argument<string>("id") { Description = "The id of a pull source." };
        var resume = new Command("resume", "Read a paused source on its schedule again.") { id, config };
        resume.SetAction((parsed, token) => WithSchedulesAsync(parsed.GetRequiredValue(config), looksOnly: false, async (hub, _) =>
        {
            if (Unknown(hub, parsed.GetRequiredValue(id)))
                return ExitCode.WrongUse;
            await hub.Store.Operations.ResumeAsync(parsed.GetRequiredValue(id), token);
            Console.WriteLine($"{parsed.GetRequiredValue(id)} is read on its schedule again.");
            return ExitCode.Done;
        }));
        return resume;
    }

    private static bool Unknown(HubServices hub, string id)
    {
        if (hub.Sources.Find(id) is { Instance.Pull: not null })
            return false;
        Console.Error.WriteLine($"'{id}' is no pull source of this configuration. There are: {string.Join(", ", hub.Wiring.Value.Schedules.Select(schedule => schedule.SourceId))}.");
        return true;
    }

    private static Task<int> ShowAsync(string folder, bool json, CancellationToken token) => WithSchedulesAsync(folder, looksOnly: true, async (hub, schedules) =>
    {
        var known = (await hub.Store.Operations.SourcesAsync(token)).ToDictionary(source => source.Source);
        var questions = (await hub.Store.Loads.QuestionsAsync(token)).ToLookup(question => question.Source, LoadSentence.Asked);
        var rows = new List<SourceRow>();
        foreach (var source in hub.Sources.All)
        {
            var isPull = source.Instance.Pull is not null;
            var next = isPull ? await schedules.NextRunAsync(source.Id, token) : null;
            var isRunning = isPull && await schedules.IsRunningAsync(source.Id, token);
            rows.Add(new SourceRow(source.Id, source.Configuration.Adapter, isRunning ? "running" : null, next, known.GetValueOrDefault(source.Id), null, [.. questions[source.Id]]));
        }

        rows.AddRange(hub.Configuration.Sources
            .Where(source => hub.Sources.Broken.ContainsKey(source.Id))
            .Select(source => new SourceRow(source.Id, source.Adapter, "broken", null, known.GetValueOrDefault(source.Id), hub.Sources.Broken[source.Id], [.. questions[source.Id]])));

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, JsonSerializerOptions.Web));
            return ExitCode.Done;
        }

        Print(rows);
        foreach (var alert in await hub.Store.Alerts.OpenAsync(token))
            Console.WriteLine(AlertSentence.Of(alert));
        return ExitCode.Done;
    });

    private static Task<int> RunNowAsync(string folder, string id, bool fromBeginning, CancellationToken token) => WithSchedulesAsync(folder, looksOnly: false, async (hub, schedules) =>
    {
        if (Unknown(hub, id))
            return ExitCode.WrongUse;
        if (fromBeginning)
        {
            if (await schedules.IsRunningAsync(id, token))
            {
                await Console.Error.WriteLineAsync($"{id} is being read; the run would store its own place at its end. Try again when it is done.");
                return ExitCode.Failed;
            }

            await hub.Store.Journal.ForgetCheckpointAsync(id, token);
        }

        try
        {
            var asked = await schedules.RunNowAsync(id, token);
            Console.WriteLine(asked ? $"{id} is read now by the hub that runs; when none runs, by the next that starts." : $"{id} is being read already.");
            foreach (var question in (await hub.Store.Loads.QuestionsAsync(token)).Where(question => question.Source == id))
                Console.WriteLine(LoadSentence.Asked(question));
            return ExitCode.Done;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    });

    private static Task<int> WithSchedulesAsync(string folder, bool looksOnly, Func<HubServices, Schedules, Task<int>> command) => OpenedHub.WithStoreAsync(
        folder,
        looksOnly,
        async hub =>
        {
            var services = new ServiceCollection();
            services.AddSingleton<ISourceRunner>(provider => ActivatorUtilities.CreateInstance<SourceRunner>(
                provider, hub.Wiring, hub.Store, ActivatorUtilities.CreateInstance<Backlog>(provider, hub.Wiring, hub.Store, TimeProvider.System), TimeProvider.System));
            services.AddHubSchedules(hub.Wiring.Value.Schedules, hub.SchedulesStore());
            await using var provider = services.BuildServiceProvider();
            return await command(hub, provider.GetRequiredService<Schedules>());
        },
        CancellationToken.None);

    private static void Print(IReadOnlyList<SourceRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("source", "adapter", "last run", "result", "next run");
        foreach (var name in new[] { "read", "accepted", "duplicate", "quarantined" })
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var row in rows)
        {
            var counts = row.Overview?.AllCounts ?? IntakeCounts.None;
            table.AddRow(new[]
            {
                row.Id, row.Adapter, ResultConsole.Time(row.Overview?.LastStarted), row.State ?? (row.Overview?.PausedBecause is null ? null : "paused") ?? row.Overview?.LastResult ?? "", ResultConsole.Time(row.NextRun),
                $"{counts.Read}", $"{counts.Accepted}", $"{counts.Duplicate}", $"{counts.Quarantined}",
            }.Select(ResultConsole.Cell).ToArray());
        }

        var console = ResultConsole.Create();
        console.Write(table);
        foreach (var (id, reason) in rows.Select(row => (row.Id, row.Problem ?? row.Overview?.PausedBecause ?? row.Overview?.LastReason)).Where(row => row.Item2 is not null))
            Console.WriteLine($"{id}: {reason}");
        foreach (var (id, loss) in rows.SelectMany(row => (row.Overview?.Held ?? []).Select(loss => (row.Id, RunFindings.Describe(row.Id, loss)))).Where(held => !rows.Any(row => row.Id == held.Id && row.Overview?.LastReason == held.Item2)))
            Console.WriteLine($"{id}: {loss}");
        foreach (var question in rows.SelectMany(row => row.Questions))
            Console.WriteLine(question);
    }

    private sealed record SourceRow(string Id, string Adapter, string? State, DateTimeOffset? NextRun, SourceOverview? Overview, string? Problem, IReadOnlyList<string> Questions);
}
