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
        var schema = await database.ReadAsync(session => session.QueryAsync("SELECT version FROM schema_version ORDER BY version", static reader => reader.GetInt32(0)), token);
        await archive.BeginAsync(database.Kind, schema, now, token);
        await database.BackUpAsync(archive, beside, temporary, progress, token);
        await archive.FinishAsync(token);
        return now;
    }

    public async Task<RestoredStore> RestoreAsync(
        Stream file, BackupKeys keys, IReadOnlyDictionary<string, string> beside, string actor, Action<BackupProgress> progress, CancellationToken token)
    {
        await using var archive = await ArchiveReader.OpenAsync(file, keys, database.Kind, Migrator.KnownVersions(database), token);
        await archive.CheckAsync(progress, token);
        return await database.RestoreAsync(archive, beside, session => RestoredMarks.SetAsync(session, archive.Header, actor, time.GetUtcNow()), progress, token);
    }
}
