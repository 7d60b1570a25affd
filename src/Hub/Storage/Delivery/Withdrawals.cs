using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>
/// What follows when a moment lost its ground: pending deliveries are cancelled; whoever has the signal, or may have it since it was tried, is told. The row of the moment is locked first, here and where a delivery is
/// settled, so that a delivery and a withdrawal at the same time never miss each other.
/// </summary>
internal static class Withdrawals
{
    public static async Task OfMomentsAsync(Session session, Guid[] moments, long now)
    {
        await session.ExecuteAsync($"UPDATE moments SET withdrawn_at = @now WHERE {session.In("id", "moments")} AND withdrawn_at IS NULL", ("now", now), ("moments", moments));
        var signals = await session.QueryAsync(
            $"UPDATE signals SET withdrawn_at = @now WHERE {session.In("moment_id", "moments")} AND withdrawn_at IS NULL RETURNING id",
            static reader => reader.GetGuid(0),
            ("now", now),
            ("moments", moments));
        if (signals.Count == 0)
            return;
        await session.ExecuteAsync(
            $"UPDATE deliveries SET state = 'cancelled', settled_at = @now WHERE {session.In("signal_id", "signals")} AND state = 'pending' AND NOT is_withdrawal",
            ("now", now),
            ("signals", signals.ToArray()));
        await TellAsync(session, [.. signals], now);
    }

    /// <summary>Adds a delivery of the withdrawal for every recipient that has, or may have, one of these signals and was not told yet.</summary>
    public static async Task TellAsync(Session session, Guid[] signals, long now)
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT d.signal_id, d.recipient, d.destination, d.worker, d.reason FROM deliveries d
            WHERE {session.In("d.signal_id", "signals")} AND (d.state = 'delivered' OR (d.state IN ('pending', 'cancelled') AND d.attempts > 0)) AND NOT d.is_withdrawal AND NOT EXISTS (
                SELECT 1 FROM deliveries w WHERE w.signal_id = d.signal_id AND w.is_withdrawal AND w.recipient = d.recipient AND w.destination = d.destination)
            """,
            reader => new DeliveryRow(
                Guid.NewGuid(), reader.GetGuid(0), true, reader.GetString(1), reader.GetString(2), reader.TextOrNull(3), reader.GetString(4), DeliveryStates.Pending, now, null, null),
            ("signals", signals));
        if (rows.Count > 0)
            await session.InsertAsync(DeliveryRow.ToRows(rows));
    }
}
