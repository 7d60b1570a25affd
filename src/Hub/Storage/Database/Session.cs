using System.Data.Common;

namespace IntegrationHub.Storage.Database;

/// <summary>One connection at work, usually inside a transaction. What differs between the databases is told here and nowhere else.</summary>
internal abstract class Session(DbConnection connection, DbTransaction? transaction, CancellationToken token)
{
    public CancellationToken Token { get; } = token;

    /// <summary>What locks the rows a SELECT reads; empty where there is one writer.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>What keeps the rows a SELECT reads as they are, for several at once; empty where there is one writer.</summary>
    public abstract string ForShare { get; }

    /// <summary>As <see cref="ForUpdate"/>, leaving out rows that another transaction holds.</summary>
    public abstract string ForUpdateSkipLocked { get; }

    /// <summary>A condition: the column is among the values of an array parameter of numbers, texts or references.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>A condition: the column is among the values of an array parameter of hashes.</summary>
    public abstract string InHashes(string column, string parameter);

    /// <summary>Whether the database holds this table.</summary>
    public abstract Task<bool> HasTableAsync(string table);

    /// <summary>
    /// Reads under the guard of the keys, which stays until the transaction ends: who writes with a key shares it; who merges or erases citizens, or begins a rotation, holds it alone. The read sees
    /// what was committed before the guard was granted. One round trip.
    /// </summary>
    public abstract Task<List<T>> GuardedAsync<T>(bool alone, string sql, Func<DbDataReader, T> read);

    /// <summary>The sealer of the audit log holds this guard to the end of its transaction. False when another does; with <paramref name="wait"/> it is waited for.</summary>
    public abstract Task<bool> GuardAuditAsync(bool wait);

    /// <summary>Inserts rows; <paramref name="conflict"/> is an <c>ON CONFLICT</c> clause. Returns how many were written.</summary>
    public abstract Task<int> InsertAsync(Rows rows, string conflict = "");

    /// <summary>As <see cref="InsertAsync"/>; reads one expression of every row written, in their order.</summary>
    public abstract Task<List<T>> InsertReturningAsync<T>(Rows rows, string conflict, string returning, Func<DbDataReader, T> read);

    /// <summary>Inserts many new rows the fastest way.</summary>
    public abstract Task CopyAsync(Rows rows);

    /// <summary>Updates rows found by their first <paramref name="keys"/> columns with the others.</summary>
    public abstract Task UpdateAsync(Rows rows, int keys);

    public async Task<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(Token);
    }

    public async Task<List<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] values)
    {
        var found = new List<T>();
        await EachAsync(sql, reader => found.Add(read(reader)), values);
        return found;
    }

    /// <summary>As <see cref="QueryAsync{T}"/>, a row at a time: for more rows than are to be in memory.</summary>
    public async Task EachAsync(string sql, Action<DbDataReader> row, params (string Name, object? Value)[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(Token);
        while (await reader.ReadAsync(Token))
            row(reader);
    }

    public async Task<long> CountAsync(string sql, params (string Name, object? Value)[] values) =>
        (await QueryAsync(sql, static reader => reader.IsDBNull(0) ? 0 : reader.GetInt64(0), values))[0];

    protected abstract void Bind(DbCommand command, string name, object? value);

    protected DbCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
            Bind(command, name, value);
        return command;
    }
}
