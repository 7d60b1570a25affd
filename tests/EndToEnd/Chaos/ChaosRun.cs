using System.Diagnostics;
using IntegrationHub.EndToEnd.Tests.Chaos.Strikes;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary>Carries out a plan: input all the time, one fault after another, then peace; and says what came of it.</summary>
internal static class ChaosRun
{
    /// <summary>From the last fault until everything is done. Longer than any claim that a dead host can leave behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    public static async Task<ChaosOutcome> OfAsync(ChaosPlan plan, ServersOfOneTest? servers, CancellationToken token)
    {
        var begin = Stopwatch.GetTimestamp();
        var logs = Directory.CreateDirectory(Path.Combine(Artifacts.Folder, "chaos", $"seed-{plan.Seed}-{(plan.OnServers ? "servers" : "embedded")}")).FullName;
        foreach (var old in Directory.GetFiles(logs))
            File.Delete(old);
        await using var world = await ChaosWorld.StartAsync(plan, servers, logs, token);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
        var sending = Task.WhenAll(world.Feed.SendAsync(end.Token), world.Feed.TrickleAsync(quiet.Token));
        try
        {
            return await SeeThroughAsync(plan, world, logs, quiet, begin, token);
        }
        finally
        {
            // Before the world goes, whatever happened.
            await end.CancelAsync();
            await sending.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task<ChaosOutcome> SeeThroughAsync(ChaosPlan plan, ChaosWorld world, string logs, CancellationTokenSource quiet, long begin, CancellationToken token)
    {
        await world.WarmUpAsync(token);
        var injected = new List<FaultKind>();
        var strike = new Strike(world);
        foreach (var fault in plan.Faults)
        {
            var struck = Stopwatch.GetTimestamp();
            var happened = await strike.InjectAsync(fault, token);
            if (happened)
                injected.Add(fault.Kind);
            await File.AppendAllTextAsync(
                Path.Combine(logs, "plan.log"),
                $"{TimeProvider.System.GetUtcNow():HH:mm:ss.f} {fault}{(happened ? "" : " found no work in progress")} ({Stopwatch.GetElapsedTime(struck).TotalSeconds:0.0} s)\n",
                token);
        }

        await quiet.CancelAsync();
        foreach (var hub in world.Hubs)
            hub.SetClock(TimeSpan.Zero);
        var settling = Stopwatch.GetTimestamp();
        await UntilDoneAsync(world, token);
        var reckoning = await Reckoning.OfAsync(world, token);
        return new ChaosOutcome(plan, injected, reckoning, Stopwatch.GetElapsedTime(begin), Stopwatch.GetElapsedTime(settling), [.. world.Hubs.SelectMany(hub => hub.EndedByItself)], world.Feed.Backlog);
    }

    /// <summary>Returns when nothing is left to do and everything that is expected is there, or when patience ends: then the reckoning says what is wrong.</summary>
    private static async Task UntilDoneAsync(ChaosWorld world, CancellationToken token)
    {
        var expected = world.Feed.Cases.Where(one => !one.IsGone).Sum(one => one.Records.Count());
        var moments = world.Feed.Cases.Count(one => one.HasMoment);
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Patience)
        {
            if (world.Feed.Open == 0 && await world.Database.NumberAsync(
                """
                SELECT (SELECT count(*) FROM records r JOIN sources s ON s.id = r.source WHERE NOT r.withdrawn AND s.name <> 'magda')
                    + (SELECT count(*) FROM moments WHERE withdrawn_at IS NULL)
                    - 1000000 * ((SELECT count(*) FROM batches WHERE processed_at IS NULL) + (SELECT count(*) FROM deliveries WHERE state = 'pending') + (SELECT count(*) FROM events))
                """,
                token) == expected + moments)
            {
                return;
            }

            await Task.Delay(200, token);
        }
    }
}
