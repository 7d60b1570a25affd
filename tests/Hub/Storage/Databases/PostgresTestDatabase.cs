using System.Data.Common;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Tests.Servers;
using Npgsql;

namespace IntegrationHub.Storage.Tests.Databases;

public sealed class PostgresTestDatabase(PostgresFixture fixture) : TestDatabase
{
    private string connectionString = "";

    public override async Task CreateAsync(CancellationToken token) => connectionString = await (await fixture.GetAsync(token)).CreateDatabaseAsync(token: token);

    public override IHubStore Open(Vault vault, CitizenKeys citizens) => new PostgresStore(connectionString, vault, citizens, TimeProvider.System, isFollowed: true);

    public override DbConnection Connect() => new NpgsqlConnection(connectionString + ";Pooling=False");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
