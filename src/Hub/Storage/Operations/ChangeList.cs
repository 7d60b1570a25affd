using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Operations;

/// <summary>Counts what happened since a time. No difference of two totals: a moment that is found again would be one withdrawal less.</summary>
internal static class ChangeList
{
    public static async Task<Changes> ReadAsync(Session session, long since)
    {
        var refusals = await session.QueryAsync(
            "SELECT coalesce(detail, ''), count(*) FROM deliveries WHERE state = 'refused' AND settled_at >= @since GROUP BY 1 ORDER BY 2 DESC, 1",
            static reader => new RefusalCount(reader.GetString(0), reader.GetInt64(1)),
            ("since", since));
        return (await session.QueryAsync(
            """
            SELECT (SELECT coalesce(sum(facts), 0) FROM batches WHERE created_at >= @since), (SELECT count(*) FROM moments WHERE detected_at >= @since),
                (SELECT count(*) FROM moments WHERE withdrawn_at >= @since), (SELECT count(*) FROM signals WHERE issued_at >= @since),
                (SELECT count(*) FROM deliveries WHERE state = 'delivered' AND settled_at >= @since), (SELECT count(*) FROM deliveries WHERE state = 'pending'),
                (SELECT count(*) FROM deliveries WHERE state = 'failed' AND settled_at >= @since),
                (SELECT count(*) FROM deliveries WHERE state = 'expired' AND settled_at >= @since)
            """,
            reader => new Changes(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), refusals.Sum(refusal => refusal.Count), reader.GetInt64(5), reader.GetInt64(6),
                reader.GetInt64(7), refusals),
            ("since", since)))[0];
    }
}
