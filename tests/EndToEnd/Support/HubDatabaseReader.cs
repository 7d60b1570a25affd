using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>Looks into the hub's database from outside, whichever it is, whether the hub runs or not.</summary>
internal sealed class HubDatabaseReader(HubFolder folder)
{
    public async Task<long> NumberAsync(string sql, CancellationToken token) =>
        (await RowsAsync(sql, row => row.IsDBNull(0) ? 0 : Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture), token))[0];

    public async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken token)
    {
        await using var connection = Connection();
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<T>();
        while (await reader.ReadAsync(token))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>How many records are stored; none while there is no table yet.</summary>
    public async Task<long> RecordsAsync(CancellationToken token)
    {
        try
        {
            return folder.PostgresConnection is null && !File.Exists(folder.SqliteFile) ? 0 : await NumberAsync("SELECT count(*) FROM records", token);
        }
        catch (DbException exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } or SqliteException)
        {
            return 0;
        }
    }

    private DbConnection Connection() => folder.PostgresConnection is { } connection
        ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString)
        : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.SqliteFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
}
