using IntegrationHub.Storage.Backup;

namespace IntegrationHub.Storage.Database;

/// <summary>A database that holds the store.</summary>
internal abstract class HubDatabase : IAsyncDisposable
{
    /// <summary>Folder of its migrations among the embedded resources.</summary>
    public abstract string Migrations { get; }

    /// <summary>Whether there is a database at all; false only where opening it would make one.</summary>
    public virtual bool Exists => true;

    /// <summary>Where it is, for who looks for it.</summary>
    public abstract string Place { get; }

    /// <summary>Reads, without a transaction.</summary>
    public abstract Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken token);

    /// <summary>Reads everything as it was at one instant, whatever is written meanwhile; whole tables may be read.</summary>
    public abstract Task<T> SnapshotAsync<T>(Func<Session, Task<T>> work, CancellationToken token);

    /// <summary>Works in one transaction, which is run again when another was in its way; <paramref name="work"/> may therefore run more than once.</summary>
    public abstract Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken token);

    /// <summary>Works in one transaction that keeps every other migration out.</summary>
    public abstract Task MigrateAsync(Func<Session, Task> work, CancellationToken token);

    /// <summary>As <see cref="WriteAsync{T}"/>, for work without a result.</summary>
    public Task WriteAsync(Func<Session, Task> work, CancellationToken token) => WriteAsync(
        async session =>
        {
            await work(session);
            return true;
        },
        token);

    /// <summary>As a backup names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Writes all of it, as it is at one moment, while it is used.</summary>
    public abstract Task BackUpAsync(ArchiveWriter to, IReadOnlyDictionary<string, string> beside, string temporary, Action<BackupProgress> progress, CancellationToken token);

    /// <summary>Fills it; <paramref name="marks"/> sets right, in the same transaction, what is of another time.</summary>
    /// <exception cref="BackupException">It is not empty, or the backup is not whole.</exception>
    public abstract Task<RestoredStore> RestoreAsync(
        ArchiveReader from, IReadOnlyDictionary<string, string> beside, DateTimeOffset now, Func<Session, Task<RestoredStore>> marks, Action<BackupProgress> progress, CancellationToken token);

    public abstract ValueTask DisposeAsync();
}
