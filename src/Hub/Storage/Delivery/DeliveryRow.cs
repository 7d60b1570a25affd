using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery to insert. It is due when it is decided, unless <see cref="DueAt"/> says otherwise.</summary>
internal sealed record DeliveryRow(
    Guid Id, Guid Signal, TellingKind Kind, string Recipient, string Destination, string? Worker, string Reason, string State, long CreatedAt, long? SettledAt, string? Detail, Guid? Moment = null)
{
    public long? DueAt { get; init; }

    public static DeliveryRow Of(Guid signal, NewDelivery delivery, long now) =>
        new(delivery.Id, signal, TellingKind.Issued, delivery.Recipient, delivery.Destination, delivery.Worker, delivery.Reason, DeliveryStates.Pending, now, null, null);

    /// <summary>What is told of a signal later. A tool tells the older from the newer by when it was decided: never before what it was told already, though another host's clock ran ahead or this one was set back.</summary>
    public static DeliveryRow Of(Guid signal, TellingKind kind, ChosenPartner to, long now, long last) =>
        new(Guid.NewGuid(), signal, kind, to.Partner, to.Destination, to.Worker, to.Reason, DeliveryStates.Pending, Math.Max(now, last + 1), null, null) { DueAt = now };

    public static DeliveryRow Of(NewSignal signal, SignalRefusal refusal, long now) =>
        new(Guid.NewGuid(), signal.Id, TellingKind.Issued, refusal.Recipient, "", null, "", DeliveryStates.Refused, now, now, refusal.Reason, signal.MomentId);

    /// <summary>Counts what was decided of signals that are there, so that it is known when a row is missing. Their rows are locked by now.</summary>
    public static async Task CountAsync(Session session, IReadOnlyList<DeliveryRow> rows)
    {
        foreach (var equal in rows.CountBy(row => row.Signal).GroupBy(signal => signal.Value, signal => signal.Key))
            await session.ExecuteAsync($"UPDATE signals SET told = told + @more WHERE {session.In("id", "ids")}", ("more", equal.Key), ("ids", equal.Order().ToArray()));
    }

    public static Rows ToRows(IReadOnlyList<DeliveryRow> rows) => new Rows("deliveries")
        .Add("id", rows, row => row.Id)
        .Add("signal_id", rows, row => row.Signal)
        .Add("kind", rows, row => TellingKinds.WordOf(row.Kind))
        .Add("moment_id", rows, row => row.Moment)
        .Add("recipient", rows, row => row.Recipient)
        .Add("destination", rows, row => row.Destination)
        .Add("worker", rows, row => row.Worker)
        .Add("reason", rows, row => row.Reason)
        .Add("state", rows, row => row.State)
        .AddConstant("attempts", rows.Count, 0)
        .Add("created_at", rows, row => row.CreatedAt)
        .Add("due_at", rows, row => row.DueAt ?? row.CreatedAt)
        .Add("settled_at", rows, row => row.SettledAt)
        .Add("detail", rows, row => row.Detail);
}
