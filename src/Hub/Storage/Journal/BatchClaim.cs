using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>Takes batches for one publisher, then their facts with one query.</summary>
internal static class BatchClaim
{
    public static async Task<IReadOnlyList<JournalBatch>> RunAsync(Session session, string publisher, int maxInFlight, long publishedBefore, long now)
    {
        var inFlight = await session.CountAsync(
            "SELECT count(*) FROM batches WHERE published_at > @before AND published_at IS NOT NULL AND processed_at IS NULL AND publisher = @publisher",
            ("before", publishedBefore),
            ("publisher", publisher));
        var free = maxInFlight - (int)inFlight;
        if (free <= 0)
            return [];

        // What was published too long ago first: it is the oldest.
        var claimed = await ClaimAsync(session, "published_at <= @before AND published_at IS NOT NULL AND processed_at IS NULL", publisher, free, publishedBefore, now);
        if (claimed.Count < free)
            claimed.AddRange(await ClaimAsync(session, "published_at IS NULL AND processed_at IS NULL", publisher, free - claimed.Count, publishedBefore, now));
        if (claimed.Count == 0)
            return [];

        var facts = await session.QueryAsync(
            $"SELECT batch_id, clear FROM facts WHERE {session.In("batch_id", "ids")} AND NOT left_out ORDER BY batch_id, ordinal",
            static reader => (Batch: reader.GetInt64(0), Clear: reader.Bytes(1)),
            ("ids", claimed.Select(batch => batch.Id).ToArray()));
        var byBatch = facts.ToLookup(fact => fact.Batch, fact => (ReadOnlyMemory<byte>)fact.Clear);
        return [.. claimed.OrderBy(batch => batch.Id).Select(batch => new JournalBatch(batch.Id, batch.Source, batch.Contract, [.. byBatch[batch.Id]]))];
    }

    private static Task<List<(long Id, string Source, string Contract)>> ClaimAsync(
        Session session, string condition, string publisher, int max, long publishedBefore, long now) => session.QueryAsync(
        $"""
        WITH claimed AS (SELECT id FROM batches WHERE {condition} ORDER BY id LIMIT @max {session.ForUpdateSkipLocked})
        UPDATE batches SET published_at = @now, publisher = @publisher WHERE id IN (SELECT id FROM claimed)
        RETURNING id, source, contract
        """,
        static reader => (reader.GetInt64(0), reader.GetString(1), reader.GetString(2)),
        ("now", now),
        ("publisher", publisher),
        ("before", publishedBefore),
        ("max", max));
}
