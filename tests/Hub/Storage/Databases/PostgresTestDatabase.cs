using System.Data.Common;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;
using Npgsql;

namespace IntegrationHub.Storage.Tests.Databases;

public sealed class PostgresTestDatabase(PostgresFixture fixture) : TestDatabase
{
    private string connectionString = "";

    public override async Task CreateAsync(CancellationToken token) => connectionString = await (await fixture.GetAsync(token)).CreateDatabaseAsync(token: token);

    public override IHubStore Open() => new PostgresStore(connectionString, Keys.Vault, Keys.CitizenKeyId, TimeProvider.System, isFollowed: true);

    public override DbConnection Connect() => new NpgsqlConnection(connectionString + ";Pooling=False");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
