using System.Net.Http.Json;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>RabbitMQ and PostgreSQL for all tests; each test has its own database and virtual host in them.</summary>
public sealed class Production : IAsyncDisposable
{
    private readonly RabbitMqFixture rabbit = new();
    private readonly PostgresFixture postgres = new();

    public async Task<ServersOfOneTest> ForOneTestAsync(CancellationToken token)
    {
        var broker = await rabbit.GetAsync(token);
        var database = await postgres.GetAsync(token);
        var host = $"hub-{Guid.NewGuid():N}";
        using var management = broker.CreateManagementClient();
        (await management.PutAsync($"api/vhosts/{host}", null, token)).EnsureSuccessStatusCode();
        var everything = new { configure = ".*", write = ".*", read = ".*" };
        (await management.PutAsJsonAsync($"api/permissions/{host}/{broker.UserName}", everything, token)).EnsureSuccessStatusCode();
        return new ServersOfOneTest(broker, host, database, await database.CreateDatabaseAsync(token: token));
    }

    /// <summary>An empty database of a partner, and how to connect to it.</summary>
    public async Task<string> DatabaseAsync(CancellationToken token) => await (await postgres.GetAsync(token)).CreateDatabaseAsync(token: token);

    /// <summary>On the default virtual host, the only one that a wiped broker has again.</summary>
    public async Task<ServersOfOneTest> ForWipingAsync(CancellationToken token)
    {
        var database = await postgres.GetAsync(token);
        return new ServersOfOneTest(await rabbit.GetAsync(token), "/", database, await database.CreateDatabaseAsync(token: token));
    }

    public async ValueTask DisposeAsync()
    {
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
