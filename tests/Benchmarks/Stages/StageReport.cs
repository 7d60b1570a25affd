using System.Text;
using System.Text.Json;
using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Stages;

/// <summary>The stages in a table.</summary>
internal static class StageReport
{
    public static async Task<string> RunAsync(BenchmarkServers servers, int records, CancellationToken token)
    {
        var database = await servers.Postgres.CreateDatabaseAsync(token: token);
        using var folder = HubRun.Prepare(new HubFolder { Plugins = Path.Combine(Path.GetDirectoryName(HubFolder.Program)!, "plugins") }.OnServers(database, servers.Rabbit.AmqpUri), records);
        // As hub.runtimeconfig.json has them.
        foreach (var (name, value) in new[] { ("DOTNET_gcConcurrent", "0"), ("DOTNET_TieredPGO", "0"), ("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0") })
            folder.Environment[name] = value;
        var child = await Child.RunAsync(Environment.ProcessPath!, ["stages", folder.Location, $"{servers.PostgresProcess}"], folder.Environment, token);
        var table = new StringBuilder($"Stages by themselves, {records:N0} records, one thread, each with what comes before it where it says so; µs per record:\n");
        table.AppendLine($"{"stage",-40}{"time",10}{"CPU here",10}{"PostgreSQL",12}");
        foreach (var stage in JsonSerializer.Deserialize<StageResult[]>(child.Output)!)
            table.AppendLine($"{stage.Stage,-40}{Micros(stage.Seconds),10}{Micros(stage.CpuSeconds),10}{Micros(stage.PostgresSeconds),12}");
        return table.ToString();

        string Micros(double seconds) => $"{seconds * 1e6 / records:0.0}";
    }
}
