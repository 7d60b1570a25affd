using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Backup;

/// <summary>Backups of either database.</summary>
internal sealed class BackupStore(HubDatabase database, TimeProvider time) : IBackupStore
{
    public async Task<DateTimeOffset> WriteAsync(
        Stream file, BackupKeys keys, IReadOnlyDictionary<string, string> beside, string temporary, Action<BackupProgress> progress, CancellationToken token)
    {
        var now = Micros.Cut(time.GetUtcNow());
        await using var archive = await ArchiveWriter.CreateAsync(file, keys, token);
        var schema = await SchemaAsync(token);
        await archive.BeginAsync(database.Kind, schema, now, token);
        await database.BackUpAsync(archive, beside, temporary, progress, token);
        // The snapshot may have begun before or after the change.
        if (!(await SchemaAsync(token)).SequenceEqual(schema))
            throw new BackupException("A hub of another version brought the store up to date while the backup was made, and it is of no use. Make it again.");
        await archive.FinishAsync(token);
        return now;
    }

    private Task<List<int>> SchemaAsync(CancellationToken token) =>
        database.ReadAsync(session => session.QueryAsync("SELECT version FROM schema_version ORDER BY version", static reader => reader.GetInt32(0)), token);

    public async Task<RestoredStore> RestoreAsync(
        Stream file, BackupKeys keys, IReadOnlyDictionary<string, string> beside, string actor, Action<BackupProgress> progress, CancellationToken token)
    {
        await using var archive = await ArchiveReader.OpenAsync(file, keys, database.Kind, Migrator.KnownVersions(database), token);
        await archive.CheckAsync(progress, token);
        var now = time.GetUtcNow();
        return await database.RestoreAsync(archive, beside, now, session => RestoredMarks.SetAsync(session, archive.Header, actor, now), progress, token);
    }
}
