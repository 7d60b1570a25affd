using System.Data.Common;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>A session on SQLite: arrays travel as JSON, rows go in by one prepared statement, nothing needs a lock because there is one writer.</summary>
internal sealed class SqliteSession(SqliteConnection connection, SqliteTransaction? transaction, CancellationToken token)
    : Session(connection, transaction, token)
{
    public override string ForUpdate => "";

    public override string ForShare => "";

    public override string ForUpdateSkipLocked => "";

    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    public override string InHashes(string column, string parameter) => $"{column} IN (SELECT unhex(value) FROM json_each(@{parameter}))";

    public override async Task<bool> HasTableAsync(string table) =>
        await CountAsync("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = @table", ("table", table)) > 0;

    public override Task<List<T>> GuardedAsync<T>(bool alone, string sql, Func<DbDataReader, T> read) => QueryAsync(sql, read);

    public override Task<bool> GuardAuditAsync(bool wait) => Task.FromResult(true);

    public override async Task<int> InsertAsync(Rows rows, string conflict = "")
    {
        var written = 0;
        await using var command = Prepare(Insert(rows, conflict), rows);
        for (var row = 0; row < rows.Count; row++)
        {
            Fill(command, rows, row);
            written += await command.ExecuteNonQueryAsync(Token);
        }

        return written;
    }

    public override async Task<List<T>> InsertReturningAsync<T>(Rows rows, string conflict, string returning, Func<DbDataReader, T> read)
    {
        var returned = new List<T>();
        await using var command = Prepare($"{Insert(rows, conflict)} RETURNING {returning}", rows);
        for (var row = 0; row < rows.Count; row++)
        {
            Fill(command, rows, row);
            await using var reader = await command.ExecuteReaderAsync(Token);
            while (await reader.ReadAsync(Token))
                returned.Add(read(reader));
        }

        return returned;
    }

    public override Task CopyAsync(Rows rows) => InsertAsync(rows);

    public override async Task UpdateAsync(Rows rows, int keys)
    {
        var where = string.Join(" AND ", rows.Columns.Take(keys).Select(column => $"{column.Name} = @{column.Name}"));
        var set = string.Join(", ", rows.Columns.Skip(keys).Select(column => $"{column.Name} = @{column.Name}"));
        await using var command = Prepare($"UPDATE {rows.Table} SET {set} WHERE {where}", rows);
        for (var row = 0; row < rows.Count; row++)
        {
            Fill(command, rows, row);
            await command.ExecuteNonQueryAsync(Token);
        }
    }

    protected override void Bind(DbCommand command, string name, object? value) =>
        ((SqliteCommand)command).Parameters.AddWithValue("@" + name, ToSqlite(value));

    private static string Insert(Rows rows, string conflict)
    {
        var values = rows.Columns.Select(column => column.IsUtf8Text ? $"CAST(@{column.Name} AS TEXT)" : "@" + column.Name);
        return $"INSERT INTO {rows.Table} ({rows.ColumnNames}) VALUES ({string.Join(", ", values)}) {conflict}";
    }

    private static object ToSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Guid guid => guid.ToString("D"),
        CitizenRef citizen => citizen.ToString(),
        Guid[] guids => JsonSerializer.Serialize(guids),
        long[] numbers => JsonSerializer.Serialize(numbers),
        string[] texts => JsonSerializer.Serialize(texts),
        byte[][] hashes => JsonSerializer.Serialize(Array.ConvertAll(hashes, Convert.ToHexStringLower)),
        _ => value,
    };

    private SqliteCommand Prepare(string sql, Rows rows)
    {
        var command = (SqliteCommand)Command(sql);
        foreach (var column in rows.Columns)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column.Name });
        return command;
    }

    private static void Fill(SqliteCommand command, Rows rows, int row)
    {
        for (var i = 0; i < rows.Columns.Count; i++)
            command.Parameters[i].Value = ToSqlite(rows.Columns[i].Values.GetValue(row));
    }
}
