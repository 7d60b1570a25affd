using IntegrationHub.Core.Rules;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Signals with their deliveries, newest first.</summary>
internal static class SignalList
{
    public static async Task<IReadOnlyList<SignalOverview>> ReadAsync(Session session, int max)
    {
        var signals = await session.QueryAsync(
            """
            SELECT s.id, m.rule, m.code, m.citizen, m.occurred_at, s.issued_at, s.withdrawn_at, s.priority, s.expires_at
            FROM signals s JOIN moments m ON m.id = s.moment_id ORDER BY s.issued_at DESC, s.id LIMIT @max
            """,
            static reader => new SignalOverview(
                reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.Citizen(3), reader.Time(4), reader.Time(5), !reader.IsDBNull(6), []) { Priority = (Priority)reader.GetInt16(7), ExpiresAt = reader.Time(8) },
            ("max", max));
        var deliveries = await session.QueryAsync(
            $"""
            SELECT signal_id, recipient, state, kind, attempts, settled_at, detail FROM deliveries
            WHERE {session.In("signal_id", "signals")} ORDER BY created_at, recipient
            """,
            static reader => (Signal: reader.GetGuid(0), Overview: new DeliveryOverview(
                reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.TimeOrNull(5), reader.TextOrNull(6))),
            ("signals", signals.Select(signal => signal.Id).ToArray()));
        var bySignal = deliveries.ToLookup(delivery => delivery.Signal, delivery => delivery.Overview);
        return [.. signals.Select(signal => signal with { Deliveries = [.. bySignal[signal.Id]] })];
    }
}
