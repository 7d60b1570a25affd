using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Storage.Journal;

/// <summary>What a page leaves beside facts and quarantined records: checkpoint, counts. Written last, for the counts are where pages of one source meet.</summary>
internal static class PageBooks
{
    private const int Shards = 16;

    private const string Count =
        """
        INSERT INTO source_counts (source, hour, shard, read_count, accepted, duplicate, quarantined, facts, minimised, gone)
        VALUES (@source, @hour, @shard, @read, @accepted, @duplicate, @quarantined, @facts, @minimised, @gone)
        ON CONFLICT (source, hour, shard) DO UPDATE SET read_count = source_counts.read_count + excluded.read_count, accepted = source_counts.accepted + excluded.accepted,
            duplicate = source_counts.duplicate + excluded.duplicate, quarantined = source_counts.quarantined + excluded.quarantined,
            facts = source_counts.facts + excluded.facts, minimised = source_counts.minimised + excluded.minimised, gone = source_counts.gone + excluded.gone
        """;

    /// <summary>With <see cref="Count"/> in one round trip.</summary>
    private const string CountDay =
        $"""
        {Count};
        INSERT INTO source_days (source, day, shard, facts) VALUES (@source, @day, @shard, @new) ON CONFLICT (source, day, shard) DO UPDATE SET facts = source_days.facts + excluded.facts;
        SELECT CAST(sum(facts) AS bigint) FROM source_days WHERE source = @source AND day = @day
        """;

    /// <summary>Returns what came this day, as far as it is known, where a day is given.</summary>
    /// <param name="session">In the page's transaction.</param>
    /// <param name="page">The page.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="gone">How many records a complete export does not hold any more.</param>
    /// <param name="day">The Belgian day towards which its new facts count; null for none.</param>
    /// <param name="fresh">How many these are.</param>
    public static async Task<long> WriteAsync(Session session, JournalPage page, IntakeCounts counts, long gone, int? day = null, int fresh = 0)
    {
        var now = Micros.Of(page.KnownAt);
        if (page.Checkpoint is { } checkpoint)
        {
            await session.ExecuteAsync(
                "INSERT INTO checkpoints (source, value, stored_at) VALUES (@source, @value, @now) ON CONFLICT (source) DO UPDATE SET value = excluded.value, stored_at = excluded.stored_at",
                ("source", page.Source),
                ("value", checkpoint),
                ("now", now));
        }

        (string, object?)[] values =
        [
            ("source", page.Source),
            ("hour", Micros.HourOf(now)),
            ("shard", Environment.CurrentManagedThreadId % Shards),
            ("read", counts.Read),
            ("accepted", counts.Accepted),
            ("duplicate", counts.Duplicate),
            ("quarantined", counts.Quarantined),
            ("facts", counts.Facts),
            ("minimised", counts.Minimised),
            ("gone", gone),
        ];
        if (day is { } counted)
            return await session.CountAsync(CountDay, [.. values, ("day", counted), ("new", fresh)]);
        await session.ExecuteAsync(Count, values);
        return 0;
    }
}
