using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Storage.Backup;

/// <summary>Copies a SQLite file that is in use, with SQLite's own online backup, some pages at a time.</summary>
internal static class SqliteBackup
{
    /// <summary>Pages in a step, of 4 kB.</summary>
    private const int Step = 512;

    /// <summary>
    /// The copy is of one moment: the connection reads in one transaction from the first page to the last, so that what others write meanwhile neither shows nor makes it begin anew. They do not wait for
    /// it; their changes rest in the write-ahead log until it ends.
    /// </summary>
    public static async Task CopyAsync(string from, string to, Action<long, long> progress, CancellationToken token)
    {
        PrivateEmpty(to);
        await using var source = Open(from, SqliteOpenMode.ReadOnly);
        await using var target = Open(to, SqliteOpenMode.ReadWrite);
        await source.OpenAsync(token);
        await target.OpenAsync(token);
        await ExecuteAsync(source, "PRAGMA busy_timeout = 30000; BEGIN; SELECT count(*) FROM sqlite_master", token);
        using (var backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main"))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target.Handle), target.Handle);
            int result;
            do
            {
                token.ThrowIfCancellationRequested();
                result = raw.sqlite3_backup_step(backup, Step);
                if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
                    SqliteException.ThrowExceptionForRC(result, target.Handle);
                var pages = raw.sqlite3_backup_pagecount(backup);
                progress(pages - raw.sqlite3_backup_remaining(backup), pages);
                // Lets who writes have the disk for a moment.
                await Task.Yield();
            }
            while (result != raw.SQLITE_DONE);
        }

        await ExecuteAsync(source, "ROLLBACK", token);
    }

    public static async Task WriteAsync(ArchiveWriter archive, string name, string file, string temporary, Action<BackupProgress> progress, CancellationToken token)
    {
        try
        {
            await CopyAsync(file, temporary, (done, of) => progress(new BackupProgress(name, done, of, "pages copied")), token);
            await using var copy = File.OpenRead(temporary);
            var length = copy.Length;
            await archive.AddAsync(name, [], to => copy.CopyToAsync(to, token), bytes => progress(new BackupProgress(name, bytes, length, "bytes written")), token);
        }
        finally
        {
            Remove(temporary);
        }
    }

    /// <summary>Writes a part to a file that only this account can read.</summary>
    public static Task ExtractAsync(ArchiveReader archive, BackupPart part, string file, Action<BackupProgress> progress, CancellationToken token) => archive.ReadAsync(
        part,
        async from =>
        {
            PrivateEmpty(file);
            await using var to = new FileStream(file, FileMode.Open, FileAccess.Write);
            await from.CopyToAsync(to, token);
            to.Flush(flushToDisk: true);
        },
        bytes => progress(new BackupProgress(part.Name, bytes, part.Bytes, "bytes restored")),
        token);

    /// <summary>A database with what SQLite keeps beside it.</summary>
    public static void Remove(string file)
    {
        foreach (var one in FilesOf(file))
            File.Delete(one);
    }

    /// <summary>A database and what SQLite keeps beside it, whether it is there or not.</summary>
    public static string[] FilesOf(string file) => [file, file + "-wal", file + "-shm", file + "-journal"];

    private static void PrivateEmpty(string file)
    {
        Remove(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(file, options);
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode) => new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken token)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(token);
    }
}
