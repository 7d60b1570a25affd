using System.Text;
using System.Text.Json;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>The stages in a table, and what share of the main job goes to protecting whom the records are about.</summary>
internal static class StageReport
{
    public static async Task<string> RunAsync(BenchmarkServers servers, int records, CancellationToken token)
    {
        var main = await HubRun.OnServersAsync(servers, records, token);
        var database = await servers.Postgres.CreateDatabaseAsync(token: token);
        using var folder = HubRun.Prepare(new HubFolder { Plugins = Path.Combine(Path.GetDirectoryName(HubFolder.Program)!, "plugins") }.OnServers(database, servers.Rabbit.AmqpUri), records);
        // As hub.runtimeconfig.json has them.
        foreach (var (name, value) in new[] { ("DOTNET_gcConcurrent", "0"), ("DOTNET_TieredPGO", "0"), ("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0") })
            folder.Environment[name] = value;
        var child = await Child.RunAsync(Environment.ProcessPath!, ["stages", folder.Location, $"{servers.PostgresProcess}"], folder.Environment, token);
        var results = JsonSerializer.Deserialize<StageResults>(child.Output)!;
        var table = new StringBuilder($"Stages by themselves, {records:N0} records, one thread, each with what comes before it where it says so; µs per record:\n");
        Add(results.Stages);
        table.AppendLine("Encryption, pseudonyms, gate and audit by themselves:");
        Add(results.Protection);
        var (here, there) = (results.Protection.Sum(stage => stage.CpuSeconds), results.Protection.Sum(stage => stage.PostgresSeconds));
        table.AppendLine($"together {Micros(here)} of the {Micros(main.Process.CpuSeconds)} µs that the hub spends on a record in the main job: {here / main.Process.CpuSeconds:P1} (asked: under 20%)");
        table.AppendLine($"with PostgreSQL {Micros(here + there)} of {Micros(main.Process.CpuSeconds + main.PostgresCpu)} µs: {(here + there) / (main.Process.CpuSeconds + main.PostgresCpu):P1}");
        table.AppendLine($"the main job: {main}");
        table.AppendLine($"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}");
        return table.ToString();

        string Micros(double seconds) => $"{seconds * 1e6 / records:0.00}";

        void Add(IReadOnlyList<StageResult> stages)
        {
            table.AppendLine($"{"stage",-52}{"time",10}{"CPU here",10}{"PostgreSQL",12}");
            foreach (var stage in stages)
                table.AppendLine($"{stage.Stage,-52}{Micros(stage.Seconds),10}{Micros(stage.CpuSeconds),10}{Micros(stage.PostgresSeconds),12}");
        }
    }
}
