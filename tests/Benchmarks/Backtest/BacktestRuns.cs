using System.Diagnostics;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Input.Histories;
using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Benchmarks.Backtest;

/// <summary>The real <c>hub rules test</c> on a history of a million facts, on both databases, with the rules that come with the hub, with fifteen and with five hundred in turn; then the detection stage with both.</summary>
internal static class BacktestRuns
{
    private static readonly int[] Sets = [0, 15, 500];

    public static async Task RunAsync(int citizens, int rounds, CancellationToken token)
    {
        using var embedded = HistoryFolder.Write(new HubFolder());
        await MeasureAsync("SQLite", embedded, null, 0, citizens, rounds, token);
        await DetectionCost.CompareAsync(embedded, rounds, token);

        await using var server = await PostgresServer.StartAsync(token);
        var database = await server.CreateDatabaseAsync(token: token);
        using var onPostgres = HistoryFolder.Write(new HubFolder().OnPostgres(database));
        await MeasureAsync("PostgreSQL", onPostgres, database, ProcessFile.FindBelowMe("postgres"), citizens, rounds, token);
    }

    private static async Task MeasureAsync(string name, HubFolder folder, string? database, int server, int citizens, int rounds, CancellationToken token)
    {
        var filling = Stopwatch.StartNew();
        var facts = await HistoryFiller.FillAsync(folder, database, citizens, token);
        Console.WriteLine($"{name}: {facts:N0} facts of {citizens:N0} citizens, put there in {filling.Elapsed.TotalSeconds:0} s");
        var seconds = Sets.ToDictionary(set => set, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var set in Sets)
            {
                RuleFiles.Write(Path.Combine(folder.Location, "rules"), set);
                var before = server == 0 ? 0 : ProcessFile.CpuOfTree(server);
                var run = await Child.RunAsync(HubFolder.Program, ["rules", "test", "--config", folder.Location], folder.Environment, token);
                var postgres = server == 0 ? "" : $" + PostgreSQL {ProcessFile.CpuOfTree(server) - before:0.0}";
                Console.WriteLine($"  {(set == 0 ? "the hub's own" : $"{set}")} rules: {run.Seconds:0.0} s, CPU {run.CpuSeconds:0.0}{postgres} s, peak {run.PeakMegabytes:0} MB, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
                seconds[set].Add(run.Seconds);
            }
        }

        Console.WriteLine($"  500 rules cost {seconds[500].Min() / seconds[15].Min():0.00} times 15 (the fastest of each)");
    }
}
