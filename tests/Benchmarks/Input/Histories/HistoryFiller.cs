using IntegrationHub.Benchmarks.Hub;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Benchmarks.Input.Histories;

/// <summary>Puts a history into the store of a configuration folder, through the journal as the intake does, and marks it processed: the moments of years ago are not this benchmark's.</summary>
internal static class HistoryFiller
{
    private const int Seed = 20261122;
    private const string Processed = "UPDATE batches SET published_at = created_at, processed_at = created_at";

    /// <summary>Returns how many facts it wrote.</summary>
    public static async Task<long> FillAsync(HubFolder folder, string? postgres, int citizens, CancellationToken token)
    {
        using var keys = new CitizenKeys([("p1", Convert.FromBase64String(folder.Environment["BENCH_PSEUDONYM"]))]);
        using var vault = new Vault("s1", new Dictionary<string, byte[]> { ["s1"] = Convert.FromBase64String(folder.Environment["BENCH_SEAL"]) });
        await using IHubStore store = postgres is null ? new SqliteStore(folder.SqliteFile, vault, keys, TimeProvider.System) : new PostgresStore(postgres, vault, keys, TimeProvider.System);
        await store.MigrateAsync(token);
        var facts = 0L;
        foreach (var page in HistoryPages.Of(new HistoryLives(Seed).Of(citizens)))
            facts += (await store.Journal.AppendAsync(page, token)).Counts.Facts;
        if (postgres is null)
        {
            await using var connection = new SqliteConnection($"Data Source={folder.SqliteFile};Pooling=False");
            await RunAsync(connection, Processed, token);
        }
        else
        {
            // As autovacuum would have done on the way.
            await using var connection = new NpgsqlConnection(postgres);
            await RunAsync(connection, Processed, token);
            await RunAsync(connection, "VACUUM ANALYZE", token);
        }

        return facts;
    }

    public static async Task RunAsync(System.Data.Common.DbConnection connection, string sql, CancellationToken token)
    {
        if (connection.State != System.Data.ConnectionState.Open)
            await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(token);
    }
}
