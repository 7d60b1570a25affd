using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Entries of the audit log: append-only, in the transaction of what they tell.</summary>
internal static class AuditLog
{
    private const string Into = "INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, detail)";
    private const string OfDelivery = "FROM deliveries d JOIN signals s ON s.id = d.signal_id JOIN moments m ON m.id = s.moment_id";

    /// <summary>A recipient was shown these fields.</summary>
    public static Task DisclosedAsync(Session session, Guid delivery, Disclosure disclosure, long now) => session.ExecuteAsync(
        $"{Into} SELECT @now, 'disclosed', d.recipient, m.citizen, d.signal_id, d.id, @fields, @ground, @detail {OfDelivery} WHERE d.id = @delivery",
        ("now", now),
        ("fields", Names(disclosure)),
        ("ground", disclosure.LegalBasis),
        ("detail", disclosure.Detail ?? ""),
        ("delivery", delivery));

    /// <summary>As for one delivery, for several.</summary>
    public static Task DisclosedAsync(Session session, IReadOnlyList<CompletedDelivery> completed, Func<CompletedDelivery, Guid> citizen) => session.InsertAsync(new Rows("audit")
        .Add("at", completed, one => Micros.Of(one.At))
        .AddConstant("kind", completed.Count, "disclosed")
        .Add("recipient", completed, one => one.Delivery.Recipient)
        .Add("citizen", completed, citizen)
        .Add("signal_id", completed, one => one.Delivery.SignalId)
        .Add("delivery_id", completed, one => one.Delivery.Id)
        .Add("fields", completed, one => Names(one.Disclosure))
        .Add("ground", completed, one => one.Disclosure.LegalBasis)
        .Add("detail", completed, one => one.Disclosure.Detail ?? ""));

    /// <summary>Recipients were refused; the reason rests on the delivery.</summary>
    public static Task RefusedAsync(Session session, Guid[] deliveries, long now) => session.ExecuteAsync(
        $"{Into} SELECT @now, 'refused', d.recipient, m.citizen, d.signal_id, d.id, '', '', d.detail {OfDelivery} WHERE {session.In("d.id", "deliveries")}",
        ("now", now),
        ("deliveries", deliveries));

    private static string Names(Disclosure disclosure) => string.Join(',', disclosure.Fields.Order(StringComparer.Ordinal));
}
