using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>A delivery to insert.</summary>
internal sealed record DeliveryRow(
    Guid Id, Guid Signal, bool IsWithdrawal, string Recipient, string Destination, string? Worker, string Reason, string State, long CreatedAt, long? SettledAt, string? Detail)
{
    public static DeliveryRow Of(Guid signal, NewDelivery delivery, long now) =>
        new(delivery.Id, signal, false, delivery.Recipient, delivery.Destination, delivery.Worker, delivery.Reason, DeliveryStates.Pending, now, null, null);

    public static DeliveryRow Of(Guid signal, SignalRefusal refusal, long now) =>
        new(Guid.NewGuid(), signal, false, refusal.Recipient, "", null, "", DeliveryStates.Refused, now, now, refusal.Reason);

    public static Rows ToRows(IReadOnlyList<DeliveryRow> rows) => new Rows("deliveries")
        .Add("id", rows, row => row.Id)
        .Add("signal_id", rows, row => row.Signal)
        .Add("is_withdrawal", rows, row => row.IsWithdrawal)
        .Add("recipient", rows, row => row.Recipient)
        .Add("destination", rows, row => row.Destination)
        .Add("worker", rows, row => row.Worker)
        .Add("reason", rows, row => row.Reason)
        .Add("state", rows, row => row.State)
        .AddConstant("attempts", rows.Count, 0)
        .Add("created_at", rows, row => row.CreatedAt)
        .Add("due_at", rows, row => row.CreatedAt)
        .Add("settled_at", rows, row => row.SettledAt)
        .Add("detail", rows, row => row.Detail);
}
