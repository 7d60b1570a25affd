using System.Data.Common;
using IntegrationHub.Core.Privacy;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Tests.Databases;

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-store-").FullName;

    public string File => Path.Combine(folder, "hub.db");

    public override Task CreateAsync(CancellationToken token) => Task.CompletedTask;

    public override IHubStore Open(Vault vault, CitizenKeys citizens) => new SqliteStore(File, vault, citizens, TimeProvider.System, isFollowed: true);

    public override DbConnection Connect() => new SqliteConnection($"Data Source={File};Pooling=False");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
