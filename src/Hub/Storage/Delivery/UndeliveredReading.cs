using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Finds the destinations that do not get what is theirs.</summary>
internal static class UndeliveredReading
{
    public static async Task<IReadOnlyList<Undelivered>> RunAsync(Session session, long pendingBefore, long failedSince)
    {
        var failed = (await session.QueryAsync(
            "SELECT destination, count(*) FROM deliveries WHERE state = 'failed' AND settled_at >= @since GROUP BY destination",
            static reader => (Destination: reader.GetString(0), Count: (int)reader.GetInt64(1)),
            ("since", failedSince))).ToDictionary(row => row.Destination, row => row.Count);
        var pending = new Dictionary<string, DateTimeOffset>();
        foreach (var destination in await DeliveryClaim.DestinationsAsync(session))
        {
            var oldest = await session.QueryAsync(
                "SELECT min(coalesce(tried_since, created_at)) FROM deliveries WHERE state = 'pending' AND destination = @destination",
                static reader => reader.TimeOrNull(0),
                ("destination", destination));
            if (oldest[0] is { } since && Micros.Of(since) < pendingBefore)
                pending[destination] = since;
        }

        return [.. pending.Keys.Union(failed.Keys).Order(StringComparer.Ordinal).Select(one => new Undelivered(one, pending.TryGetValue(one, out var since) ? since : null, failed.GetValueOrDefault(one)))];
    }
}
