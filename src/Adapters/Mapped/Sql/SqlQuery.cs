using System.Data.Common;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Sql;

/// <summary>Runs statements around the query of a mapping, each in a read-only transaction of its own, and tells what a database's error means.</summary>
internal sealed class SqlQuery(SqlSection section, ISecrets secrets, InstanceContext context)
{
    private const int TimeoutSeconds = 120;

    /// <summary>What differs between databases.</summary>
    public ISqlDialect Dialect { get; } = section.Database == "postgres" ? new PostgresDialect() : new SqliteDialect(context);

    /// <summary>The query as a table named q; on lines of its own, for it may end in a comment.</summary>
    public string Source { get; } = $"(\n{section.Query}\n) AS q";

    /// <summary>The columns of the result.</summary>
    public Task<IReadOnlyList<SqlColumn>> ColumnsAsync(CancellationToken token) => ReadAsync<IReadOnlyList<SqlColumn>>(
        $"SELECT * FROM {Source} LIMIT 0",
        [],
        (reader, _) => Task.FromResult<IReadOnlyList<SqlColumn>>([.. Enumerable.Range(0, reader.FieldCount).Select(i => new SqlColumn(reader.GetName(i), reader.GetDataTypeName(i)))]),
        token);

    /// <summary>Runs a statement.</summary>
    /// <exception cref="PermanentFailureException">Statement, user or database are refused.</exception>
    public async Task<T> ReadAsync<T>(string statement, IReadOnlyList<string> keys, Func<DbDataReader, CancellationToken, Task<T>> read, CancellationToken token)
    {
        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(token);
            await using var transaction = await connection.BeginTransactionAsync(Dialect.Isolation, token);
            await using var command = connection.CreateCommand();
            (command.Transaction, command.CommandTimeout) = (transaction, TimeoutSeconds);
            if (Dialect.ReadOnlyStatement is { } first)
            {
                command.CommandText = first;
                await command.ExecuteNonQueryAsync(token);
            }

            command.CommandText = statement;
            for (var i = 0; i < keys.Count; i++)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ($"@k{i}", Dialect.ParameterOf(keys[i]));
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync(token);
            return await read(reader, token);
        }
        catch (DbException error) when (Dialect.ProblemOf(error) is { } problem)
        {
            // Not as the inner exception: what the database says may quote data.
            throw new PermanentFailureException($"The database refuses the query (SQL error {problem.Code}): {problem.Meaning}.");
        }
    }

    private DbConnection Connect()
    {
        try
        {
            return Dialect.Connect(secrets.Open(section.Connection));
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException)
        {
            throw new PermanentFailureException($"The secret behind connection ({section.Connection}) is no connection string of {section.Database}: write such as {Example()}.");
        }
    }

    private string Example() => section.Database == "postgres" ? "Host=db.example;Database=caw;Username=hub;Password=..." : "Data Source=/srv/caw/caw.db";
}
