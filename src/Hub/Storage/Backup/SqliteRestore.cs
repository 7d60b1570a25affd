using System.Globalization;
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
        if (files.Values.Any(file => File.Exists(file) || File.Exists(file + "-wal")))
            throw NotEmpty(files.Values, database, now);
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

    /// <summary>By name, and with a line to paste: who moves everything that begins as the database does takes the keys and the list of erasures away.</summary>
    private static BackupException NotEmpty(IEnumerable<string> files, string database, DateTimeOffset now)
    {
        var there = files.SelectMany(SqliteBackup.FilesOf).Where(File.Exists).Select(file => $"'{file}'");
        var aside = $"'{Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database))!, now.ToString("'store-until-'yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture))}'";
        return new BackupException(
            $"""
            The store is not empty: {database}. Stop the hub, then move the database away and nothing else; the keys (.keys), the head of the audit log (.audit-head) and the list of erasures (.audit-head.erasures) stay:

            mkdir {aside} && mv {string.Join(' ', there)} {aside}

            Then restore again.
            """);
    }
}
