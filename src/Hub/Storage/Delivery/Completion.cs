using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Events;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Settles deliveries that arrived, by sets: state, audit, and the withdrawal of what was withdrawn meanwhile.</summary>
internal static class Completion
{
    public static async Task RunAsync(Session session, IReadOnlyList<CompletedDelivery> completed, Outbox outbox)
    {
        var signals = completed.Select(one => one.Delivery.SignalId).Distinct().ToArray();

        // The signals first, as where they change.
        await session.QueryAsync($"SELECT id FROM signals WHERE {session.In("id", "signals")} ORDER BY id {session.ForUpdate}", static reader => reader.GetGuid(0), ("signals", signals));
        var known = await session.QueryAsync(
            $"SELECT d.id, s.withdrawn_at IS NOT NULL, d.state = 'delivered' FROM deliveries d JOIN signals s ON s.id = d.signal_id WHERE {session.In("d.id", "ids")}",
            static reader => (Id: reader.GetGuid(0), IsWithdrawn: reader.GetBoolean(1), IsSettled: reader.GetBoolean(2)),
            ("ids", completed.Select(one => one.Delivery.Id).ToArray()));

        // Erased while it was under way: that it was shown stays true.
        await DeliveryAudit.DisclosedAsync(session, completed.Where(one => !known.Exists(row => row.Id == one.Delivery.Id)).DistinctBy(one => one.Delivery.Id).ToList());
        var found = known.Where(one => !one.IsSettled).ToDictionary(one => one.Id, one => one.IsWithdrawn);
        if (found.Count == 0)
            return;
        var settled = completed.Where(one => found.ContainsKey(one.Delivery.Id)).DistinctBy(one => one.Delivery.Id).OrderBy(one => one.Delivery.Id).ToList();
        await session.UpdateAsync(
            new Rows("deliveries")
                .Add("id", settled, one => one.Delivery.Id)
                .AddConstant("state", settled.Count, DeliveryStates.Delivered)
                .Add("settled_at", settled, one => Micros.Of(one.At))
                .Add("detail", settled, one => one.Disclosure.Detail),
            keys: 1);
        await SendingUnderWay.EndAsync(session, [.. settled.Select(one => one.Delivery.Id)]);
        await DeliveryAudit.DisclosedAsync(session, settled);
        await outbox.AddAsync(session, () => settled.Where(one => !one.Delivery.IsWithdrawal).Select(Told));

        var withdrawn = settled.Where(one => !one.Delivery.IsWithdrawal && found[one.Delivery.Id]).ToList();
        if (withdrawn.Count > 0)
            await new SignalChanges(session, withdrawn.Max(one => Micros.Of(one.At))).TellWithdrawnAsync([.. withdrawn.Select(one => one.Delivery.SignalId).Distinct()]);
    }

    private static HubEvent Told(CompletedDelivery one)
    {
        var (delivery, moment) = (one.Delivery, one.Delivery.Moment);
        return new HubEvent(moment.Code, new SignalDelivered
        {
            Signal = delivery.SignalId, Code = moment.Code, Citizen = moment.Citizen, Recipient = delivery.Recipient, DeliveredAt = Micros.Cut(one.At),
        });
    }
}
