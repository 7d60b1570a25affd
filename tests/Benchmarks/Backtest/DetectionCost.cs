using System.Diagnostics;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Detection;
using IntegrationHub.Host.Health;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Benchmarks.Backtest;

/// <summary>What the detection of citizens of the history costs with few and with many rules: the stage as the hub runs it (SQLite, moments stored), and the rules alone on timelines in memory.</summary>
internal static class DetectionCost
{
    private const int Citizens = 10_000;
    private const int Page = 250;
    private const int Repeats = 5;

    public static async Task CompareAsync(HubFolder history, int rounds, CancellationToken token)
    {
        var lines = new List<string>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var set in new[] { 15, 500 })
            {
                // Each on a store of its own: what one finds the other must find too.
                var place = Directory.CreateTempSubdirectory("hub-detection-").FullName;
                try
                {
                    foreach (var file in Directory.GetFiles(history.Location))
                        File.Copy(file, Path.Combine(place, Path.GetFileName(file)));
                    RuleFiles.Write(Path.Combine(place, "rules"), set);
                    var child = await Child.RunAsync(Environment.ProcessPath!, ["detection", place], history.Environment, token);
                    lines.Add($"  {set} rules: {child.Output}, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
                }
                finally
                {
                    Directory.Delete(place, recursive: true);
                }
            }
        }

        Console.WriteLine($"Detection of {Citizens:N0} citizens, SQLite:\n{string.Join('\n', lines)}");
    }

    /// <summary>In a process of its own.</summary>
    public static async Task<string> RunAsync(string folder)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        await using var hub = HubServices.WithStoreOnly(configuration ?? throw new InvalidOperationException(string.Join('\n', errors)), NullLoggerFactory.Instance, TimeProvider.System);
        await hub.Store.MigrateAsync(CancellationToken.None);
        var detection = new DetectionHandler(hub.Store, () => hub.Wiring.Value.Decision, new WorkSignals(), new BusPulse(TimeProvider.System), TimeProvider.System, NullLogger<DetectionHandler>.Instance);
        var citizens = await hub.Store.History.CitizensAsync(null, Citizens, CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();

        var timelines = new List<Timeline>(citizens.Count);
        foreach (var page in citizens.Chunk(Page))
        {
            foreach (var one in await hub.Store.History.LoadAsync(page, FactContract.Names, FactContract.Names, CancellationToken.None))
                timelines.Add(Timeline.Of(one.Citizen, one.Own, one.Household));
        }

        var rules = hub.Wiring.Value.Rules;
        var moments = timelines.Sum(timeline => rules.Detect(timeline, now).Moments.Count);
        var clock = Stopwatch.StartNew();
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            foreach (var timeline in timelines)
                rules.Detect(timeline, now);
        }

        var alone = clock.Elapsed / Repeats;
        clock.Restart();
        foreach (var page in citizens.Chunk(Page))
            await detection.EvaluateAsync(null, page, CancellationToken.None);
        return $"stage {clock.Elapsed.TotalMicroseconds / Citizens:0} µs a citizen, rules alone {alone.TotalMicroseconds / Citizens:0.0} µs, {moments:N0} moments";
    }
}
