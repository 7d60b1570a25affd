using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>What deliveries tell the audit log.</summary>
internal static class DeliveryAudit
{
    /// <summary>What is shown of somebody else in the household: that it happened, when, and which source says so.</summary>
    private static readonly string[] Moment = ["moment"];

    /// <summary>Recipients were shown these fields of somebody, and that something happened to others in her household.</summary>
    public static Task DisclosedAsync(Session session, params IReadOnlyList<CompletedDelivery> sent) => AuditLog.AddAsync(
        session,
        [.. sent.SelectMany(one => one.Disclosure.Others
            .Select(other => Disclosed(one) with { Citizen = other, Fields = Moment })
            .Prepend(Disclosed(one)))]);

    /// <summary>Recipients were refused moments when these were found; the reason rests on the delivery.</summary>
    public static async Task RefusedAsync(Session session, Guid[] deliveries, DateTimeOffset now) => await AuditLog.AddAsync(
        session,
        await session.QueryAsync(
            $"SELECT d.recipient, m.citizen, d.signal_id, d.id, d.detail FROM deliveries d JOIN moments m ON m.id = d.moment_id WHERE {session.In("d.id", "deliveries")} ORDER BY d.id",
            reader => new AuditEntry
            {
                At = now,
                Kind = AuditKinds.Refused,
                Actor = AuditActors.Hub,
                Recipient = reader.GetString(0),
                Citizen = reader.Citizen(1),
                SignalId = reader.GetGuid(2),
                DeliveryId = reader.GetGuid(3),
                Detail = reader.TextOrNull(4),
            },
            ("deliveries", deliveries)));

    /// <summary>A recipient was refused a delivery: of whom it would have been told.</summary>
    public static Task RefusedAsync(Session session, DueDelivery delivery, string reason, DateTimeOffset now) => AuditLog.AddAsync(
        session,
        new AuditEntry
        {
            At = now,
            Kind = AuditKinds.Refused,
            Actor = AuditActors.Hub,
            Recipient = delivery.Recipient,
            Citizen = delivery.Moment.Citizen,
            SignalId = delivery.SignalId,
            DeliveryId = delivery.Id,
            Detail = reason,
        });

    private static AuditEntry Disclosed(CompletedDelivery sent) => new()
    {
        At = sent.At,
        Kind = AuditKinds.Disclosed,
        Actor = AuditActors.Hub,
        Recipient = sent.Delivery.Recipient,
        Citizen = sent.Disclosure.About ?? sent.Delivery.Moment.Citizen,
        SignalId = sent.Delivery.SignalId,
        DeliveryId = sent.Delivery.Id,
        Source = sent.Disclosure.Source,
        Fields = sent.Disclosure.Fields,
        Purpose = sent.Disclosure.Purpose,
        Ground = sent.Disclosure.LegalBasis,
        Detail = sent.Disclosure.Detail,
    };
}
