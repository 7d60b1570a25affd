using System.Data.Common;
using IntegrationHub.Storage.Tests.Given;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Tests.Databases;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-store-").FullName;

    public string File => Path.Combine(folder, "hub.db");

    public override Task CreateAsync(CancellationToken token) => Task.CompletedTask;

    public override IHubStore Open() => new SqliteStore(File, Keys.Vault, Keys.CitizenKeyId, TimeProvider.System, isFollowed: true);

    public override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=False");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
