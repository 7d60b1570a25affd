using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Loads;

/// <summary>The open loads with what they hold.</summary>
internal static class LoadQuestions
{
    /// <summary>That a moment <c>m</c> is held by a load <c>l</c>.</summary>
    public const string Held = "m.outcome = 'held' AND m.withdrawn_at IS NULL AND m.source = l.source AND m.known_at >= l.from_at AND (l.until_at IS NULL OR m.known_at <= l.until_at)";

    public static async Task<IReadOnlyList<LoadQuestion>> ReadAsync(Session session)
    {
        var held = (await session.QueryAsync(
            $"SELECT l.id, m.code, count(*), min(m.occurred_at), max(m.occurred_at) FROM loads l JOIN moments m ON {Held} WHERE l.state = 'open' GROUP BY l.id, m.code ORDER BY 3 DESC, 2",
            static reader => (Load: reader.GetInt64(0), Moments: new HeldMoments(reader.GetString(1), reader.GetInt64(2), reader.Time(3), reader.Time(4)))))
            .ToLookup(one => one.Load, one => one.Moments);
        return await session.QueryAsync(
            """
            SELECT l.id, l.source, l.reason, l.opened_at, l.until_at, CAST(
                (SELECT coalesce(sum(b.facts), 0) FROM batches b WHERE b.source = l.source AND b.created_at >= l.from_at AND (l.until_at IS NULL OR b.created_at <= l.until_at)) AS bigint)
            FROM loads l WHERE l.state = 'open' ORDER BY l.opened_at, l.id
            """,
            reader => new LoadQuestion(
                reader.GetString(1), LoadReasons.Reason(reader.GetString(2)), reader.Time(3), reader.TimeOrNull(4), reader.GetInt64(5), [.. held[reader.GetInt64(0)]]));
    }
}
