using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Sqlite;

namespace IntegrationHub.Storage.Backup;

/// <summary>Puts the files of an embedded store back: each is whole beside its place before the first is put there, the database last.</summary>
internal static class SqliteRestore
{
    private const string Unfinished = ".restoring";

    public static async Task<RestoredStore> RunAsync(
        ArchiveReader archive, IReadOnlyDictionary<string, string> files, string database, DateTimeOffset now, Func<Session, Task<RestoredStore>> marks, Action<BackupProgress> progress, CancellationToken token)
    {
        if (files.Values.SelectMany(file => new[] { file, file + "-wal" }).Where(File.Exists).ToList() is { Count: > 0 } there)
            throw new BackupException($"The store is not empty: {string.Join(" and ", there)} exist. Stop the hub and move them to another folder; leave the .keys file where it is. Then restore again.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        var parts = archive.Parts.Where(part => files.ContainsKey(part.Name)).OrderBy(part => files[part.Name] == database).ToList();
        try
        {
            foreach (var part in parts)
                await SqliteBackup.ExtractAsync(archive, part, files[part.Name] + Unfinished, progress, token);
            RestoredStore restored;
            await using (var opened = new SqliteDatabase(database + Unfinished))
            {
                restored = await opened.WriteAsync(
                    async session =>
                    {
                        var last = await session.CountAsync("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'batches'");
                        await session.ExecuteAsync("UPDATE sqlite_sequence SET seq = @before WHERE name = 'batches'", ("before", RestoredMarks.FirstBatch(last, now) - 1));
                        return await marks(session);
                    },
                    token);
            }

            foreach (var part in parts)
                File.Move(files[part.Name] + Unfinished, files[part.Name]);
            return restored;
        }
        finally
        {
            foreach (var file in files.Values)
                SqliteBackup.Remove(file + Unfinished);
        }
    }
}
