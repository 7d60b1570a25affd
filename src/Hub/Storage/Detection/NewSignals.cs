using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Storage.Detection;

/// <summary>New signals with their deliveries, and all refusals. A refusal is a delivery that never was, and an audit entry. What joins a signal that is there is told by <see cref="SignalChanges"/>.</summary>
internal static class NewSignals
{
    /// <summary>Returns the refusals of signals that are there, which are not counted at these yet: their rows are not locked.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> StoreAsync(Session session, IReadOnlyList<NewSignal> signals, long now)
    {
        var begun = signals.Where(signal => !signal.Joins).ToList();
        var refused = signals.SelectMany(signal => signal.Refusals.Select(refusal => (Row: DeliveryRow.Of(signal, refusal, now), Refusal: refusal))).ToList();
        var rows = begun.SelectMany(signal => signal.Deliveries.Select(delivery => DeliveryRow.Of(signal.Id, delivery, now))).Concat(refused.Select(one => one.Row)).ToList();
        var told = rows.CountBy(row => row.Signal).ToDictionary();
        if (begun.Count > 0)
        {
            await session.InsertAsync(new Rows("signals")
                .Add("id", begun, signal => signal.Id)
                .Add("moment_id", begun, signal => signal.MomentId)
                .AddConstant("issued_at", begun.Count, now)
                .Add("told", begun, signal => told.GetValueOrDefault(signal.Id))
                .Add("priority", begun, signal => (short)signal.Priority)
                .Add("expires_at", begun, signal => Micros.Of(signal.ExpiresAt ?? Rule.UsualExpiry.After(Micros.ToTime(now)))));
        }

        if (rows.Count > 0)
            await session.InsertAsync(DeliveryRow.ToRows(rows));
        if (refused.Count > 0)
            await DeliveryAudit.RefusedAsync(session, refused.ToDictionary(one => one.Row.Id, one => one.Refusal), Micros.ToTime(now));
        // A signal that began in this very evaluation may be joined in it too: its rows are counted above.
        var counted = begun.Select(signal => signal.Id).ToHashSet();
        return rows.FindAll(row => !counted.Contains(row.Signal));
    }
}
