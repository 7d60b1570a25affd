using System.Data;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Postgres;
using Npgsql;

namespace IntegrationHub.Storage.Backup;

/// <summary>Every table of the store in one snapshot, by COPY: nobody waits for it, and nobody's change is half in it. Schedules are not among them; a hub writes them anew when it starts.</summary>
internal static class PostgresBackup
{
    /// <summary>Who runs on a store is of the moment; what was applied to its schema is in the header.</summary>
    private const string Left = "c.relname NOT LIKE 'qrtz\\_%' AND c.relname NOT IN ('hosts', 'schema_version')";

    private const string Tables =
        $"""
        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = current_schema() AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND {Left} GROUP BY c.relname ORDER BY c.relname
        """;

    public static async Task WriteAsync(NpgsqlConnection connection, ArchiveWriter archive, Action<BackupProgress> progress, CancellationToken token)
    {
        // From the first statement to the last it sees one and the same moment.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
        var session = new PostgresSession(connection, transaction, token);
        foreach (var (table, columns) in await session.QueryAsync(Tables, static reader => (reader.GetString(0), reader.GetFieldValue<string[]>(1))))
        {
            await archive.AddAsync(
                table,
                columns,
                async to =>
                {
                    await using var from = await connection.BeginRawBinaryCopyAsync($"COPY {table} ({List(columns)}) TO STDOUT (FORMAT BINARY)", token);
                    await from.CopyToAsync(to, token);
                },
                bytes => progress(new BackupProgress(table, bytes, 0, "bytes written")),
                token);
        }

        await transaction.CommitAsync(token);
    }

    public static async Task<RestoredStore> RestoreAsync(
        NpgsqlConnection connection, PostgresDatabase database, ArchiveReader archive, TimeProvider time, DateTimeOffset now, Func<Session, Task<RestoredStore>> marks, Action<BackupProgress> progress, CancellationToken token)
    {
        // One transaction: what is wrong with the last table leaves nothing of the first.
        await using var transaction = await connection.BeginTransactionAsync(token);
        var session = new PostgresSession(connection, transaction, token);
        if (await session.HasTableAsync("schema_version") || (await session.QueryAsync(Tables, static reader => reader.GetString(0))).Count > 0)
            throw new BackupException("The store is not empty: the database has tables. Stop every hub, make an empty database (CREATE DATABASE), name it in store.connection, and restore again.");
        await Migrator.ApplyAsync(session, database, archive.Header.Schema, time);
        var tables = (await session.QueryAsync(Tables, static reader => reader.GetString(0))).ToHashSet();
        await session.ExecuteAsync($"TRUNCATE {string.Join(", ", tables)}");
        foreach (var part in archive.Parts)
        {
            if (!tables.Contains(part.Name))
                throw new BackupException($"The backup has a table '{part.Name}' that its schema version does not have. Nothing was restored.");
            await archive.ReadAsync(
                part,
                async from =>
                {
                    await using var to = await connection.BeginRawBinaryCopyAsync($"COPY {part.Name} ({List(part.Columns)}) FROM STDIN (FORMAT BINARY)", token);
                    await from.CopyToAsync(to, token);
                },
                bytes => progress(new BackupProgress(part.Name, bytes, part.Bytes, "bytes restored")),
                token);
        }

        await NumberOnAsync(session, now);
        var restored = await marks(session);
        await transaction.CommitAsync(token);
        return restored;
    }

    /// <summary>New rows get numbers above those that are there.</summary>
    private static async Task NumberOnAsync(PostgresSession session, DateTimeOffset now)
    {
        foreach (var (table, column) in await session.QueryAsync(
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES'", static reader => (reader.GetString(0), reader.GetString(1))))
        {
            var last = await session.CountAsync($"SELECT coalesce(max({column}), 0) FROM {table}");
            await session.CountAsync($"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), @first, false)", ("first", table == "batches" ? RestoredMarks.FirstBatch(last, now) : last + 1));
        }
    }

    private static string List(IReadOnlyList<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));
}
