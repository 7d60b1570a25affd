using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Benchmarks.Hub;

/// <summary>When the stages of a run were done, as the store tells: microseconds since 1970.</summary>
/// <param name="Started">The first source began to read.</param>
/// <param name="Read">The last page was in the journal.</param>
/// <param name="Processed">The evaluation of the last batch began: its end is one transaction later.</param>
/// <param name="Delivered">The last delivery was settled.</param>
/// <param name="Facts">Facts in the journal.</param>
/// <param name="Signals">Signals stored.</param>
internal sealed record HubTimes(long Started, long Read, long Processed, long Delivered, long Facts, long Signals)
{
    private const string Sql = """
        SELECT (SELECT min(started_at) FROM runs), (SELECT max(finished_at) FROM runs), (SELECT max(processed_at) FROM batches),
            (SELECT coalesce(max(settled_at), 0) FROM deliveries), (SELECT coalesce(sum(facts), 0) FROM batches), (SELECT count(*) FROM signals)
        """;

    public double ReadSeconds => (Read - Started) / 1e6;

    public double Seconds => (Processed - Started) / 1e6;

    public double DeliverySeconds => (Delivered - Processed) / 1e6;

    public static async Task<HubTimes> OfPostgresAsync(string connectionString, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return await OfAsync(connection, token);
    }

    public static async Task<HubTimes> OfSqliteAsync(string file, CancellationToken token)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        return await OfAsync(connection, token);
    }

    private static async Task<HubTimes> OfAsync(DbConnection connection, CancellationToken token)
    {
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await using var reader = await command.ExecuteReaderAsync(token);
        await reader.ReadAsync(token);
        return new HubTimes(Number(0), Number(1), Number(2), Number(3), Number(4), Number(5));

        long Number(int column) => Convert.ToInt64(reader.GetValue(column));
    }
}
