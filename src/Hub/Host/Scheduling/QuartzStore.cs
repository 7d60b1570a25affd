using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>Where schedules are kept. Not a record: a connection string may hold a password, and a record prints itself.</summary>
public sealed class QuartzStore
{
    /// <summary>Any number, the same in all hosts and used for nothing else in this database.</summary>
    private const long StartLock = 0x5C_ED_0B_5C_ED;

    private readonly string connectionString;
    private readonly string? file;

    private QuartzStore(string connectionString, string? file) => (this.connectionString, this.file) = (connectionString, file);

    /// <summary>Several hosts share these schedules.</summary>
    public bool IsClustered => file is null;

    /// <summary>A file of its own, never the hub's database: in one file the two delay each other by seconds.</summary>
    public static QuartzStore Sqlite(string file) => new(
        new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), ForeignKeys = true }.ConnectionString, Path.GetFullPath(file));

    /// <summary>Shared by all hosts; may be the hub's own database.</summary>
    public static QuartzStore PostgreSql(string connectionString) => new(connectionString, null);

    internal void Use(IPersistentStoreBuilder builder)
    {
        if (!IsClustered)
        {
            builder.UseSqlite(connectionString);
            return;
        }
        builder.UsePostgres(connectionString);
        builder.UseClustering(options =>
        {
            options.CheckinInterval = TimeSpan.FromSeconds(2);
            // A host that is only busy must not be taken for dead: then two hosts would read one source.
            options.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
        });
    }

    /// <summary>Readies the store, and holds off the other hosts that start now until the result is disposed: they would create the same tables and jobs.</summary>
    internal async Task<IAsyncDisposable> EnterStartAsync(CancellationToken token)
    {
        if (file is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var sqlite = new SqliteConnection(connectionString);
            await sqlite.OpenAsync(token);
            // Kept in the file. A reader on the command line never waits for the hub then.
            await using var command = new SqliteCommand("PRAGMA journal_mode = WAL", sqlite);
            await command.ExecuteNonQueryAsync(token);
            return sqlite;
        }
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(token);
            // Ends with its transaction, so it is never left behind on a pooled connection.
            var transaction = await connection.BeginTransactionAsync(token);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = StartLock } } };
            await command.ExecuteNonQueryAsync(token);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
