using System.Globalization;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Backup;

/// <summary>Has a store that was filled from a backup go on: in the transaction that fills it, or before anybody else can open it.</summary>
internal static class RestoredMarks
{
    /// <summary>What the numbers of batches leave open where the clock is behind them.</summary>
    private const long GapInBatches = 1_000_000_000;

    private const int SchemaOfWaiting = 13;

    /// <summary>
    /// From where new batches are numbered. The broker may still hold messages of batches that came after the backup, also of those that an earlier restore of the same backup gave their numbers: under a
    /// number that is given out again, such a message would have another batch count as processed. So the milliseconds since 1970: a hub makes fewer batches than that.
    /// </summary>
    /// <param name="last">The last number in the backup.</param>
    /// <param name="now">The time.</param>
    public static long FirstBatch(long last, DateTimeOffset now) => now.ToUnixTimeMilliseconds() > last ? now.ToUnixTimeMilliseconds() : last + 1 + GapInBatches;

    public static async Task<RestoredStore> SetAsync(Session session, BackupHeader header, string actor, DateTimeOffset now)
    {
        var batches = await session.ExecuteAsync("UPDATE batches SET published_at = NULL, publisher = NULL WHERE processed_at IS NULL");

        // They waited for a store, not for a hub. A backup of before keeps what it was: it has no place to say it.
        if (header.Schema.Contains(SchemaOfWaiting))
            await session.ExecuteAsync("UPDATE batches SET waiting_since = @now WHERE processed_at IS NULL", ("now", Micros.Of(now)));
        await session.ExecuteAsync("UPDATE events SET claimed_at = NULL WHERE claimed_at IS NOT NULL");
        await session.ExecuteAsync("UPDATE deliveries SET due_at = @now, claimed_by = NULL WHERE state = 'pending' AND claimed_by IS NOT NULL", ("now", Micros.Of(now)));
        await session.ExecuteAsync("DELETE FROM hosts");
        var madeAt = header.MadeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        await AuditLog.AddAsync(session, new AuditEntry { At = now, Kind = AuditKinds.Restored, Actor = actor, Detail = $"From the backup of {madeAt}." });
        return new RestoredStore(
            header.MadeAt, batches, await session.CountAsync("SELECT count(*) FROM deliveries WHERE state = 'pending'"), await SourcesAsync(session));
    }

    private static async Task<IReadOnlyList<RestoredSource>> SourcesAsync(Session session)
    {
        var checkpoints = (await session.QueryAsync("SELECT source, stored_at FROM checkpoints", static reader => (Source: reader.GetString(0), At: reader.Time(1)))).ToDictionary(one => one.Source, one => one.At);
        var records = (await session.QueryAsync(
            """
            SELECT source, max(at) FROM (SELECT source, max(created_at) AS at FROM batches GROUP BY source UNION ALL SELECT source, max(quarantined_at) FROM quarantine GROUP BY source) AS seen GROUP BY source
            """,
            static reader => (Source: reader.GetString(0), At: reader.Time(1)))).ToDictionary(one => one.Source, one => one.At);
        return
        [
            .. records.Keys.Union(checkpoints.Keys).Order(StringComparer.Ordinal).Select(source => new RestoredSource(
                source, records.TryGetValue(source, out var last) ? last : null, checkpoints.TryGetValue(source, out var checkpoint) ? checkpoint : null)),
        ];
    }
}
