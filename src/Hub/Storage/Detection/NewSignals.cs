using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Storage.Detection;

/// <summary>New signals with their deliveries and refusals. A refusal is a delivery that never was, and an audit entry.</summary>
internal static class NewSignals
{
    public static async Task StoreAsync(Session session, IReadOnlyList<NewSignal> signals, long now)
    {
        await session.InsertAsync(new Rows("signals")
            .Add("id", signals, signal => signal.Id)
            .Add("moment_id", signals, signal => signal.MomentId)
            .AddConstant("issued_at", signals.Count, now),
            "ON CONFLICT (id) DO NOTHING");
        var rows = signals.SelectMany(signal => signal.Deliveries.Select(delivery => DeliveryRow.Of(signal.Id, delivery, now))
            .Concat(signal.Refusals.Select(refusal => DeliveryRow.Of(signal.Id, refusal, now)))).ToList();
        if (rows.Count > 0)
            await session.InsertAsync(DeliveryRow.ToRows(rows));
        var refused = rows.Where(row => row.State == DeliveryStates.Refused).Select(row => row.Id).ToArray();
        if (refused.Length > 0)
            await AuditLog.RefusedAsync(session, refused, now);
    }
}
