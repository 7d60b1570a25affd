using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Takes due deliveries, destination by destination, so that a slow one never takes the places of the others. The claim is a due time in the future.</summary>
internal static class DeliveryClaim
{
    /// <summary>The destinations of all pending deliveries: one step of the index for each, however many deliveries wait.</summary>
    public static Task<List<string>> DestinationsAsync(Session session) => session.QueryAsync(
        """
        WITH RECURSIVE pending(destination) AS (
            SELECT min(destination) FROM deliveries WHERE state = 'pending'
            UNION ALL
            SELECT (SELECT min(d.destination) FROM deliveries d WHERE d.state = 'pending' AND d.destination > pending.destination) FROM pending WHERE pending.destination IS NOT NULL)
        SELECT destination FROM pending WHERE destination IS NOT NULL
        """,
        static reader => reader.GetString(0));

    public static async Task<IReadOnlyList<DueDelivery>> RunAsync(Session session, string host, long now, long leasedUntil, int maxPerDestination, string[] busy)
    {
        await SendingUnderWay.AuditCutOffAsync(session, now);
        var claimed = new List<Guid>();
        foreach (var destination in (await DestinationsAsync(session)).Except(busy))
        {
            claimed.AddRange(await session.QueryAsync(
                $"""
                WITH claimed AS (
                    SELECT id FROM deliveries WHERE state = 'pending' AND destination = @destination AND due_at <= @now ORDER BY due_at LIMIT @max {session.ForUpdateSkipLocked})
                UPDATE deliveries SET due_at = @until, claimed_by = @host, attempts = attempts + 1 WHERE id IN (SELECT id FROM claimed) RETURNING id
                """,
                static reader => reader.GetGuid(0),
                ("destination", destination),
                ("host", host),
                ("now", now),
                ("max", maxPerDestination),
                ("until", leasedUntil)));
        }

        if (claimed.Count == 0)
            return [];
        var due = await session.QueryAsync(
            $"""
            SELECT d.id, d.signal_id, d.kind, d.recipient, d.destination, d.worker, d.reason, d.attempts, d.created_at, s.expires_at, coalesce(d.tried_since, d.created_at), d.disclosed, {MomentColumns.All}
            FROM deliveries d JOIN signals s ON s.id = d.signal_id JOIN moments m ON m.id = s.moment_id
            WHERE {session.In("d.id", "ids")} ORDER BY d.created_at, d.id
            """,
            static reader => new DueDelivery(
                reader.GetGuid(0), reader.GetGuid(1), TellingKinds.Of(reader.GetString(2)), [MomentColumns.Read(reader, 12)], reader.GetString(3), reader.GetString(4), reader.TextOrNull(5),
                reader.GetString(6), reader.GetInt32(7), reader.Time(8)) { ExpiresAt = reader.Time(9), TriedSince = reader.Time(10), Disclosed = reader.TextOrNull(11) },
            ("ids", claimed.ToArray()));
        var moments = (await SignalMoments.ReadAsync(session, [.. due.Select(delivery => delivery.SignalId).Distinct()])).ToLookup(moment => moment.SignalId!.Value);
        // A moment that stands again went over to a new signal: then the old one knows it by the moment that it began with alone.
        return due.ConvertAll(delivery => moments.Contains(delivery.SignalId) ? delivery with { Moments = [.. moments[delivery.SignalId]] } : delivery);
    }
}
