using IntegrationHub.Benchmarks.Input;
using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Hub;

/// <summary>The real hub, <c>hub run --once</c>, from CSV files to signals; checked to have found every moment.</summary>
internal static class HubRun
{
    public static async Task<HubMeasurement> OnServersAsync(BenchmarkServers servers, int records, CancellationToken token)
    {
        var database = await servers.Postgres.CreateDatabaseAsync(token: token);
        using var folder = Prepare(new HubFolder().OnServers(database, servers.Rabbit.AmqpUri), records);
        double postgres = ProcessFile.CpuOfTree(servers.PostgresProcess), rabbit = ProcessFile.CpuOfTree(servers.RabbitProcess);
        var process = await RunAsync(folder, token);
        postgres = ProcessFile.CpuOfTree(servers.PostgresProcess) - postgres;
        rabbit = ProcessFile.CpuOfTree(servers.RabbitProcess) - rabbit;
        return Checked(new HubMeasurement(records, await HubTimes.OfPostgresAsync(database, token), process, postgres, rabbit));
    }

    public static async Task<HubMeasurement> EmbeddedAsync(int records, CancellationToken token)
    {
        using var folder = Prepare(new HubFolder(), records);
        var process = await RunAsync(folder, token);
        return Checked(new HubMeasurement(records, await HubTimes.OfSqliteAsync(folder.SqliteFile, token), process, 0, 0));
    }

    public static HubFolder Prepare(HubFolder folder, int records)
    {
        folder.WithOcmw().WithDestination("screen", "console", []).WithRulesThatDoNotAge().Write();
        OcmwExports.Write(folder.Exports, records);
        return folder;
    }

    public static Task<ChildResult> RunAsync(HubFolder folder, CancellationToken token) =>
        Child.RunAsync(HubFolder.Program, ["run", "--config", folder.Location, "--once", "--json"], folder.Environment, token);

    private static HubMeasurement Checked(HubMeasurement measured) => measured.Times.Signals == OcmwExports.Moments(measured.Records)
        ? measured
        : throw new InvalidOperationException($"The hub issued {measured.Times.Signals} signals; expected {OcmwExports.Moments(measured.Records)}. {measured.Process.Output}");
}
