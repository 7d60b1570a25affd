using System.CommandLine;
using System.Text.Json;
using IntegrationHub.Host.Composition;
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
        var run = new Command("run", "Have the running hub read a source now.") { id, runConfig };
        run.SetAction((parsed, token) => RunNowAsync(parsed.GetRequiredValue(runConfig), parsed.GetRequiredValue(id), token));
        command.Subcommands.Add(run);
        return command;
    }

    private static Task<int> ShowAsync(string folder, bool json, CancellationToken token) => WithSchedulesAsync(folder, async (hub, schedules) =>
    {
        var known = (await hub.Store.Operations.SourcesAsync(token)).ToDictionary(source => source.Source);
        var rows = new List<SourceRow>();
        foreach (var source in hub.Sources.All)
        {
            var isPull = source.Instance.Pull is not null;
            var next = isPull ? await schedules.NextRunAsync(source.Id, token) : null;
            var isRunning = isPull && await schedules.IsRunningAsync(source.Id, token);
            rows.Add(new SourceRow(source.Id, source.Configuration.Adapter, isRunning, next, known.GetValueOrDefault(source.Id)));
        }

        if (json)
            Console.WriteLine(JsonSerializer.Serialize(rows, JsonSerializerOptions.Web));
        else
            Print(rows);
        return ExitCode.Done;
    });

    private static Task<int> RunNowAsync(string folder, string id, CancellationToken token) => WithSchedulesAsync(folder, async (hub, schedules) =>
    {
        if (hub.Sources.Find(id) is not { Instance.Pull: not null })
        {
            await Console.Error.WriteLineAsync($"'{id}' is no pull source of this configuration. There are: {string.Join(", ", hub.Schedules().Select(schedule => schedule.SourceId))}.");
            return ExitCode.WrongUse;
        }

        try
        {
            var asked = await schedules.RunNowAsync(id, token);
            Console.WriteLine(asked ? $"{id} is read now by the hub that runs; when none runs, by the next that starts." : $"{id} is being read already.");
            return ExitCode.Done;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    });

    private static async Task<int> WithSchedulesAsync(string folder, Func<HubServices, Schedules, Task<int>> command)
    {
        using var loggers = HubLogging.Create(LogLevel.Warning);
        await using var hub = await OpenedHub.OpenAsync(folder, null, loggers, TimeProvider.System);
        if (hub is null)
            return ExitCode.Failed;
        await hub.OpenStoreAsync(CancellationToken.None);
        var services = new ServiceCollection();
        services.AddSingleton(loggers);
        services.AddSingleton<Intake.ISourceRunner>(provider => ActivatorUtilities.CreateInstance<Intake.SourceRunner>(provider, hub.Sources, hub.Store, TimeProvider.System));
        services.AddHubSchedules(hub.Schedules(), hub.SchedulesStore());
        await using var provider = services.BuildServiceProvider();
        return await command(hub, provider.GetRequiredService<Schedules>());
    }

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
                row.Id, row.Adapter, Time(row.Overview?.LastStarted), row.IsRunning ? "running" : row.Overview?.LastResult ?? "", Time(row.NextRun),
                $"{counts.Read}", $"{counts.Accepted}", $"{counts.Duplicate}", $"{counts.Quarantined}",
            }.Select(Markup.Escape).ToArray());
        }

        var console = ResultConsole.Create();
        console.Write(table);
        foreach (var row in rows.Where(row => row.Overview?.LastReason is not null))
            console.WriteLine($"{row.Id}: {row.Overview!.LastReason}");
    }

    private static string Time(DateTimeOffset? time) =>
        time is { } at ? TimeZoneInfo.ConvertTime(at, Contracts.BelgianTime.Zone).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "";

    private sealed record SourceRow(string Id, string Adapter, bool IsRunning, DateTimeOffset? NextRun, SourceOverview? Overview);
}
