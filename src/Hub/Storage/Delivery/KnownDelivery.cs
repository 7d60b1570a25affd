using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery of a signal that is looked at before it is told of a change; a refusal of what was never sent is none.</summary>
internal sealed record KnownDelivery(Guid Id, Guid Signal, ChosenPartner Partner, TellingKind Kind, string State, int Attempts, long CreatedAt, bool WasSent)
{
    private bool IsPending => State == DeliveryStates.Pending;

    /// <summary>The tool has it, or may have it since it was tried: an earlier try may have arrived whatever became of the last one.</summary>
    private bool Arrived => State == DeliveryStates.Delivered || WasSent || (State is DeliveryStates.Pending or DeliveryStates.Cancelled && Attempts > 0);

    /// <summary>Those of some signals, locked.</summary>
    public static async Task<ILookup<Guid, KnownDelivery>> ReadAsync(Session session, Guid[] signals) => (await session.QueryAsync(
        $"""
        SELECT id, signal_id, recipient, destination, worker, reason, kind, state, attempts, created_at, disclosed IS NOT NULL FROM deliveries
        WHERE {session.In("signal_id", "signals")} AND (state <> 'refused' OR disclosed IS NOT NULL) ORDER BY id {session.ForUpdate}
        """,
        static reader => new KnownDelivery(
            reader.GetGuid(0), reader.GetGuid(1), new ChosenPartner(reader.GetString(2), reader.GetString(3), reader.TextOrNull(4), reader.GetString(5)),
            TellingKinds.Of(reader.GetString(6)), reader.GetString(7), reader.GetInt32(8), reader.GetInt64(9), reader.GetBoolean(10)),
        ("signals", signals))).ToLookup(delivery => delivery.Signal);

    /// <summary>What each partner has of a signal.</summary>
    public static IReadOnlyList<Holder> HoldersOf(IEnumerable<KnownDelivery> deliveries) => [.. deliveries.GroupBy(delivery => delivery.Partner.Partner).Select(Holder)];

    /// <summary>Whether it is not made when nothing of the signal holds for these partners.</summary>
    public bool IsCancelledFor(IReadOnlyList<string> partners) => IsPending && Kind != TellingKind.Withdrawn && partners.Contains(Partner.Partner);

    private static Holder Holder(IEnumerable<KnownDelivery> deliveries)
    {
        bool has = false, waits = false;
        ChosenPartner? partner = null;
        foreach (var delivery in deliveries.OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Kind))
        {
            partner = delivery.Partner;
            if (delivery.Kind == TellingKind.Withdrawn)
                has = false;
            else
                (has, waits) = (has || delivery.Arrived, waits || (delivery.IsPending && delivery.Attempts == 0));
        }

        return new Holder(partner!, has, waits);
    }
}
