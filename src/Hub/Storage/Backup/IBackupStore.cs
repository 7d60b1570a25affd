namespace IntegrationHub.Storage.Backup;

/// <summary>Backups of the whole store, while hubs use it, and the way back. A backup holds no key and no secret.</summary>
public interface IBackupStore
{
    /// <summary>Writes one; returns when it began: what was stored by then is in it. Memory does not grow with the store.</summary>
    /// <param name="file">An empty file, to be written by position.</param>
    /// <param name="keys">The keys of the hub.</param>
    /// <param name="beside">Other SQLite files to keep with an embedded store, by name.</param>
    /// <param name="temporary">A file that may be made for the time it takes, and is removed: a copy of an embedded store.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Cancels.</param>
    Task<DateTimeOffset> WriteAsync(Stream file, BackupKeys keys, IReadOnlyDictionary<string, string> beside, string temporary, Action<BackupProgress> progress, CancellationToken token);

    /// <summary>
    /// Fills an empty store. All or nothing: what fails leaves it empty. Everything that was published and not processed counts as not published, and what was being delivered as not delivered.
    /// </summary>
    /// <param name="file">A backup.</param>
    /// <param name="keys">The keys of the hub.</param>
    /// <param name="beside">Where other files of an embedded store go, by name.</param>
    /// <param name="actor">Who does this, for the audit log.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="BackupException">The store is not empty, or the backup cannot be restored here.</exception>
    Task<RestoredStore> RestoreAsync(Stream file, BackupKeys keys, IReadOnlyDictionary<string, string> beside, string actor, Action<BackupProgress> progress, CancellationToken token);
}
