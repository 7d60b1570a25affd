using IntegrationHub.Storage.Backup;
using IntegrationHub.Storage.Database;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Storage.Sqlite;

/// <summary>
/// One file in WAL mode. One queued writer per process, any number of readers beside it. Commits are synchronous (FULL): an acknowledgement to a hospital must survive a power
/// failure, and with NORMAL the last commits would not.
/// </summary>
internal sealed class SqliteDatabase(string path) : HubDatabase
{
    private const int BusySeconds = 30;

    /// <summary>Kilobytes of the file that a connection keeps. Several readers may be at work at once, and what one of them drops the operating system still has.</summary>
    private const int WriterCache = 65536;
    private const int ReaderCache = 16384;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = BusySeconds, Pooling = true }.ToString();
    private SqliteConnection? writer;

    public override string Migrations => "Sqlite";

    public override string Kind => "sqlite";

    public override bool Exists => File.Exists(path);

    public override string Place => path;

    public override async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        await using var connection = await OpenAsync(ReaderCache, token);
        return await work(new SqliteSession(connection, null, token));
    }

    public override async Task<T> SnapshotAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        await using var connection = await OpenAsync(ReaderCache, token);
        await using var transaction = connection.BeginTransaction(deferred: true);
        return await work(new SqliteSession(connection, transaction, token));
    }

    public override async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken token)
    {
        await turn.WaitAsync(token);
        try
        {
            writer ??= await OpenAsync(WriterCache, token);
            // Immediate: another process that writes makes this one wait at the door, not fail halfway.
            await using var transaction = writer.BeginTransaction(deferred: false);
            var result = await work(new SqliteSession(writer, transaction, token));
            await transaction.CommitAsync(token);
            return result;
        }
        finally
        {
            turn.Release();
        }
    }

    public override async Task MigrateAsync(Func<Session, Task> work, CancellationToken token)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using (var connection = await OpenAsync(ReaderCache, token))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(token);
        }

        await WriteAsync(work, token);
    }

    public override async Task BackUpAsync(ArchiveWriter to, IReadOnlyDictionary<string, string> beside, string temporary, Action<BackupProgress> progress, CancellationToken token)
    {
        foreach (var (name, file) in Files(beside).Where(one => File.Exists(one.Value)))
            await SqliteBackup.WriteAsync(to, name, file, temporary, progress, token);
    }

    public override Task<RestoredStore> RestoreAsync(
        ArchiveReader from, IReadOnlyDictionary<string, string> beside, DateTimeOffset now, Func<Session, Task<RestoredStore>> marks, Action<BackupProgress> progress, CancellationToken token) =>
        SqliteRestore.RunAsync(from, Files(beside), path, now, marks, progress, token);

    public override async ValueTask DisposeAsync()
    {
        await turn.WaitAsync();
        if (writer is not null)
            await writer.DisposeAsync();
        turn.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private Dictionary<string, string> Files(IReadOnlyDictionary<string, string> beside) => new(beside) { ["hub.db"] = path };

    /// <summary>What is deleted is overwritten: an erased citizen may not stay in a free page of the file, nor of its backup.</summary>
    private async Task<SqliteConnection> OpenAsync(int cache, CancellationToken token)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA cache_size = -{cache}; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON";
        await command.ExecuteNonQueryAsync(token);
        return connection;
    }
}
