using IntegrationHub.Benchmarks.Measuring;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Benchmarks;

/// <summary>One PostgreSQL and one RabbitMQ, with the settings they come with, for every variant of a run.</summary>
internal sealed class BenchmarkServers : IAsyncDisposable
{
    private BenchmarkServers(PostgresServer postgres, RabbitMqServer rabbit)
    {
        (Postgres, Rabbit) = (postgres, rabbit);
        PostgresProcess = ProcessFile.FindBelowMe("postgres");
        RabbitProcess = ProcessFile.FindBelowMe("beam.smp");
    }

    public PostgresServer Postgres { get; }

    public RabbitMqServer Rabbit { get; }

    public int PostgresProcess { get; }

    public int RabbitProcess { get; }

    public static async Task<BenchmarkServers> StartAsync(CancellationToken token)
    {
        var postgres = await PostgresServer.StartAsync(token);
        return new BenchmarkServers(postgres, await RabbitMqServer.StartAsync(new RabbitMqOptions { ProductionDefaults = true }, token));
    }

    public async ValueTask DisposeAsync()
    {
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
