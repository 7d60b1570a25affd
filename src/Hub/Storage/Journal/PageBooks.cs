using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Operations;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Storage.Journal;

/// <summary>What a page leaves beside facts: quarantined records, checkpoint, counts. Written last, for the counts are where pages of one source meet.</summary>
internal static class PageBooks
{
    private const int Shards = 16;

    public static async Task WriteAsync(Session session, Vault vault, JournalPage page, IntakeCounts counts)
    {
        var now = Micros.Of(page.KnownAt);
        await ResolveAsync(session, page, now);
        foreach (var record in page.Quarantined)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO quarantine (source, record_id, kind, reasons, adapter_version, quarantined_at, sealed, key_id)
                VALUES (@source, @record, @kind, @reasons, @version, @now, @sealed, @key)
                ON CONFLICT (source, record_id, kind) DO UPDATE SET reasons = excluded.reasons, adapter_version = excluded.adapter_version, resolved_at = NULL,
                    quarantined_at = excluded.quarantined_at, sealed = excluded.sealed, key_id = excluded.key_id
                """,
                ("source", page.Source),
                ("record", record.RecordId),
                ("kind", record.Kind),
                ("reasons", record.Reasons),
                ("version", record.AdapterVersion),
                ("now", now),
                ("sealed", vault.Seal(record.Content.Span)),
                ("key", vault.CurrentKeyId));
        }

        if (page.Checkpoint is { } checkpoint)
        {
            await session.ExecuteAsync(
                "INSERT INTO checkpoints (source, value, stored_at) VALUES (@source, @value, @now) ON CONFLICT (source) DO UPDATE SET value = excluded.value, stored_at = excluded.stored_at",
                ("source", page.Source),
                ("value", checkpoint),
                ("now", now));
        }

        await session.ExecuteAsync(
            """
            INSERT INTO source_counts (source, shard, read_count, accepted, duplicate, quarantined, facts, minimised)
            VALUES (@source, @shard, @read, @accepted, @duplicate, @quarantined, @facts, @minimised)
            ON CONFLICT (source, shard) DO UPDATE SET read_count = source_counts.read_count + excluded.read_count, accepted = source_counts.accepted + excluded.accepted,
                duplicate = source_counts.duplicate + excluded.duplicate, quarantined = source_counts.quarantined + excluded.quarantined,
                facts = source_counts.facts + excluded.facts, minimised = source_counts.minimised + excluded.minimised
            """,
            ("source", page.Source),
            ("shard", Environment.CurrentManagedThreadId % Shards),
            ("read", counts.Read),
            ("accepted", counts.Accepted),
            ("duplicate", counts.Duplicate),
            ("quarantined", counts.Quarantined),
            ("facts", counts.Facts),
            ("minimised", counts.Minimised));
    }

    /// <summary>A record that is accepted now needs nobody any more: what an earlier version left in quarantine is resolved and erased, so that no retry brings the old one back.</summary>
    private static async Task ResolveAsync(Session session, JournalPage page, long now)
    {
        if (page.Records.Count == 0
            || await session.CountAsync("SELECT count(*) FROM (SELECT 1 FROM quarantine WHERE source = @source AND resolved_at IS NULL LIMIT 1) one", ("source", page.Source)) == 0)
            return;
        await session.ExecuteAsync(
            $"""
            UPDATE quarantine SET resolved_at = @now, sealed = NULL
            WHERE source = @source AND {session.In("record_id", "records")} AND resolved_at IS NULL AND kind NOT LIKE '{QuarantineKinds.FactPrefix}%'
            """,
            ("source", page.Source),
            ("records", page.Records.Select(record => record.RecordId).Distinct().ToArray()),
            ("now", now));
    }
}
