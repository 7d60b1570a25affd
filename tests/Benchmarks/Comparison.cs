using System.Text.Json;
using IntegrationHub.Benchmarks.Backtest;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Benchmarks.Push;
using IntegrationHub.Benchmarks.Rechecks;
using IntegrationHub.Benchmarks.Rivals;
using IntegrationHub.Benchmarks.Sources;
using IntegrationHub.Benchmarks.Stages;

namespace IntegrationHub.Benchmarks;

/// <summary>Everything that was asked for, one after the other, and the ratios at the end.</summary>
internal sealed class Comparison(BenchmarkOptions options)
{
    private readonly Dictionary<string, List<double>> rates = [];

    public async Task RunAsync(CancellationToken token)
    {
        Console.WriteLine($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}, {BuildKind}");
        if (options.Mapped)
            Console.WriteLine((await Child.RunAsync(Environment.ProcessPath!, ["mapped", $"{options.Records}", $"{Math.Max(options.Rounds, 9)}"], new Dictionary<string, string>(), token)).Output.TrimEnd());
        if (options.Ready)
            Console.WriteLine(await ReadyRun.RunAsync(options.Rounds, token));
        if (options.Sources)
            Console.WriteLine(await SourcesRun.EmbeddedAsync(token));
        if (options.Backtest)
            await BacktestRuns.RunAsync(options.Citizens, options.Rounds, token);
        if (options.Rechecks)
            await RecheckRun.RunAsync(token);
        if (options.Only.Count == 0 && options is { Stages: false, Sources: false, Latency: false, Tenfold: false, Embedded: false })
            return;
        await using (var servers = await BenchmarkServers.StartAsync(token))
        {
            for (var round = 1; round <= options.Rounds; round++)
            {
                foreach (var name in options.Only)
                    await MeasureAsync(servers, name, token);
            }

            Console.WriteLine(Ratios());
            if (options.Stages)
                Console.WriteLine(await StageReport.RunAsync(servers, options.Records, token));
            if (options.Sources)
                Console.WriteLine(await SourcesRun.OnServersAsync(servers, token));
            if (options.Latency)
                Console.WriteLine(await PushRun.RunAsync(servers, token));
            if (options.Tenfold)
                Add("hub, tenfold", await HubRun.OnServersAsync(servers, options.Records * 10, token));
        }

        if (options.Embedded)
            Add("hub, embedded", await HubRun.EmbeddedAsync(options.Records, token));
        if (options is { Embedded: true, Tenfold: true })
            Add("hub, embedded, tenfold", await HubRun.EmbeddedAsync(options.Records * 10, token));
        Console.WriteLine(Tenfold());
    }

    private static string BuildKind => Path.GetFileName(Path.GetDirectoryName(HubFolder.Program)!) + (HubFolder.Program.Contains("/Release/", StringComparison.Ordinal) ? ", Release" : ", not a Release build: these numbers say nothing");

    private async Task MeasureAsync(BenchmarkServers servers, string name, CancellationToken token)
    {
        if (name == "hub")
        {
            Add(name, await HubRun.OnServersAsync(servers, options.Records, token));
            return;
        }

        var rabbit = ProcessFile.CpuOfTree(servers.RabbitProcess);
        var child = await Child.RunAsync(Environment.ProcessPath!, ["rival", name, servers.Rabbit.AmqpUri.ToString(), $"{options.Records}"], new Dictionary<string, string>(), token);
        var result = JsonSerializer.Deserialize<RivalResult>(child.Output)!;
        Console.WriteLine($"{Rival.Describe(name)}: {result} RabbitMQ {(ProcessFile.CpuOfTree(servers.RabbitProcess) - rabbit) * 1e6 / result.Records:0.0} µs.");
        Rates(name).Add(result.Rate);
    }

    private void Add(string name, HubMeasurement measured)
    {
        Console.WriteLine($"{name}: {measured}");
        Rates(name).Add(measured.Rate);
    }

    private List<double> Rates(string name) => rates.TryGetValue(name, out var known) ? known : rates[name] = [];

    private string Ratios() => rates.TryGetValue("hub", out var hub)
        ? string.Join('\n', rates.Select(pair => $"{Rival.Describe(pair.Key)}: median {Median(pair.Value):N0} records/s; the hub does {Median(hub) / Median(pair.Value):0.00} times that"))
        : "";

    private string Tenfold() => string.Join('\n', rates.Keys.Where(name => name.EndsWith(", tenfold", StringComparison.Ordinal) && rates.ContainsKey(name[..^9]))
        .Select(name => $"{name}: time per record {Median(rates[name[..^9]]) / Median(rates[name]):0.00} times that of N"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
