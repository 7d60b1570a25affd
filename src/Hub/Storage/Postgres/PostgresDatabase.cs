using System.Data;
using System.Security.Cryptography;
using IntegrationHub.Storage.Backup;
using IntegrationHub.Storage.Database;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IntegrationHub.Storage.Postgres;

/// <summary>
/// A database shared by hosts. READ COMMITTED: each statement after a lock sees what was committed before it. A transaction that deadlocked or could not be serialised is run again.
/// </summary>
internal sealed class PostgresDatabase : HubDatabase
{
    private const int MaxAttempts = 6;
    private const long MigrationLock = 0x6875622d00000002;
    private readonly NpgsqlDataSource source;
    private readonly ILogger log;
    private readonly TimeProvider time;

    public PostgresDatabase(string connectionString, ILogger log, TimeProvider time)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Details of an error repeat values of the row.
            IncludeErrorDetail = false,
            // No session leaves anything behind (locks and settings end with their transaction), so nothing needs to be put back: seven statements less for each use.
            NoResetOnClose = true,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // A page is hundreds of kilobytes either way; the default of 8 makes as many system calls.
            ReadBufferSize = 64 * 1024,
            WriteBufferSize = 64 * 1024,
            // A plan made while the tables were nearly empty must not read a whole table an hour later: every statement of the store is written for an index.
            Options = $"{given.Options} -c enable_seqscan=off -c jit=off".Trim(),
        };
        source = NpgsqlDataSource.Create(builder);
        // Of the connection string nothing else: the rest may be a secret.
        Place = $"the database {given.Database} on {given.Host}";
        (this.log, this.time) = (log, time);
    }

    public override string Migrations => "Postgres";

    public override string Kind => "postgres";

    public override string Place { get; }

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        return await work(new PostgresSession(connection, null, token));
    }

    public override async Task<T> SnapshotAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        var session = new PostgresSession(connection, transaction, token);
        await session.ExecuteAsync("SET TRANSACTION READ ONLY");
        await session.ExecuteAsync("SET LOCAL enable_seqscan = on");
        return await work(session);
    }

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(token);
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, token);
                var result = await work(new PostgresSession(connection, transaction, token));
                await transaction.CommitAsync(token);
                return result;
            }
            catch (PostgresException exception) when (WasInTheWay(exception) && attempt < MaxAttempts)
            {
                log.LogDebug("A transaction was in the way of another ({State}); run again, attempt {Attempt}.", exception.SqlState, attempt + 1);
                await Task.Delay(TimeSpan.FromMilliseconds(1 + RandomNumberGenerator.GetInt32(5 << attempt)), time, token);
            }
        }
    }

    public override Task MigrateAsync(Func<Session, Task> work, CancellationToken token) => WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("lock", MigrationLock));
            await work(session);
        },
        token);

    public override async Task BackUpAsync(ArchiveWriter to, IReadOnlyDictionary<string, string> beside, string temporary, Action<BackupProgress> progress, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        await PostgresBackup.WriteAsync(connection, to, progress, token);
    }

    public override async Task<RestoredStore> RestoreAsync(
        ArchiveReader from, IReadOnlyDictionary<string, string> beside, DateTimeOffset now, Func<Session, Task<RestoredStore>> marks, Action<BackupProgress> progress, CancellationToken token)
    {
        await using var connection = await source.OpenConnectionAsync(token);
        return await PostgresBackup.RestoreAsync(connection, this, from, time, now, marks, progress, token);
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private static bool WasInTheWay(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;
}
