using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using Npgsql;

namespace IntegrationHub.Storage.Postgres;

/// <summary>A session on PostgreSQL: rows travel as arrays (<c>unnest</c>) or by binary COPY, so that a page costs a few round trips however long it is.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection, NpgsqlTransaction? transaction, CancellationToken token)
    : Session(connection, transaction, token)
{
    /// <summary>Advisory lock of <see cref="GuardedAsync"/>: 0x6875622d00000001.</summary>
    private const string Guard = "7527030297632702465";

    /// <summary>Advisory lock of who seals the audit log, or takes its oldest blocks away.</summary>
    private const long AuditGuard = 0x6875622d00000003;

    public override string ForUpdate => "FOR UPDATE";

    public override string ForShare => "FOR SHARE";

    public override string ForUpdateSkipLocked => "FOR UPDATE SKIP LOCKED";

    public override string In(string column, string parameter) => $"{column} = ANY(@{parameter})";

    public override string InHashes(string column, string parameter) => In(column, parameter);

    public override async Task<bool> HasTableAsync(string table) => await CountAsync("SELECT count(*) FROM pg_class WHERE oid = to_regclass(@table)", ("table", table)) > 0;

    public override async Task<List<T>> GuardedAsync<T>(bool alone, string sql, Func<DbDataReader, T> read)
    {
        // Two statements: the second has a snapshot of its own, taken after the lock was granted.
        await using var command = Command($"SELECT {(alone ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared")}({Guard}); {sql}");
        await using var reader = await command.ExecuteReaderAsync(Token);
        await reader.NextResultAsync(Token);
        var found = new List<T>();
        while (await reader.ReadAsync(Token))
            found.Add(read(reader));
        return found;
    }

    public override async Task<bool> GuardAuditAsync(bool wait) =>
        (await QueryAsync(wait ? "SELECT true FROM pg_advisory_xact_lock(@guard)" : "SELECT pg_try_advisory_xact_lock(@guard)", static reader => reader.GetBoolean(0), ("guard", AuditGuard)))[0];

    public override async Task<int> InsertAsync(Rows rows, string conflict = "")
    {
        await using var command = Arrays(Insert(rows, conflict), rows);
        return await command.ExecuteNonQueryAsync(Token);
    }

    public override async Task<List<T>> InsertReturningAsync<T>(Rows rows, string conflict, string returning, Func<DbDataReader, T> read)
    {
        await using var command = Arrays($"{Insert(rows, conflict)} RETURNING {returning}", rows);
        await using var reader = await command.ExecuteReaderAsync(Token);
        var returned = new List<T>(rows.Count);
        while (await reader.ReadAsync(Token))
            returned.Add(read(reader));
        return returned;
    }

    public override Task CopyAsync(Rows rows) => BinaryCopy.WriteAsync(connection, rows, Token);

    public override async Task UpdateAsync(Rows rows, int keys)
    {
        var where = string.Join(" AND ", rows.Columns.Take(keys).Select(column => $"t.{column.Name} = v.{column.Name}"));
        var set = string.Join(", ", rows.Columns.Skip(keys).Select(column => $"{column.Name} = v.{column.Name}"));
        await using var command = Arrays($"UPDATE {rows.Table} AS t SET {set} FROM {Unnest(rows)} AS v ({rows.ColumnNames}) WHERE {where}", rows);
        await command.ExecuteNonQueryAsync(Token);
    }

    protected override void Bind(DbCommand command, string name, object? value) =>
        ((NpgsqlCommand)command).Parameters.AddWithValue(name, value is CitizenRef citizen ? citizen.Value : value ?? DBNull.Value);

    private static string Insert(Rows rows, string conflict) =>
        $"INSERT INTO {rows.Table} ({rows.ColumnNames}) SELECT * FROM {Unnest(rows)} {conflict}";

    private static string Unnest(Rows rows) => $"unnest({string.Join(", ", rows.Columns.Select(column => "@" + column.Name))})";

    private NpgsqlCommand Arrays(string sql, Rows rows)
    {
        var command = (NpgsqlCommand)Command(sql);
        foreach (var column in rows.Columns)
            command.Parameters.AddWithValue(column.Name, column.Values);
        return command;
    }
}
