using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Delivery;

/// <summary>Entries of the audit log: append-only, in the transaction of what they tell.</summary>
internal static class AuditLog
{
    /// <summary>What is shown of somebody else in the household: that it happened, when, and which source says so.</summary>
    private const string Moment = "moment";
    private const string Into = "INSERT INTO audit (at, kind, recipient, citizen, signal_id, delivery_id, fields, ground, detail)";

    /// <summary>Recipients were shown these fields of somebody, and that something happened to others in her household.</summary>
    public static Task DisclosedAsync(Session session, params IReadOnlyList<CompletedDelivery> sent)
    {
        var shown = sent.SelectMany(one => one.Disclosure.Others
            .Select(other => (Citizen: other, Fields: Moment, Sent: one))
            .Prepend((Citizen: one.Disclosure.About ?? one.Delivery.Moment.Citizen, Fields: Names(one.Disclosure), Sent: one))).ToList();
        return session.InsertAsync(new Rows("audit")
            .Add("at", shown, one => Micros.Of(one.Sent.At))
            .AddConstant("kind", shown.Count, "disclosed")
            .Add("recipient", shown, one => one.Sent.Delivery.Recipient)
            .Add("citizen", shown, one => one.Citizen.Value)
            .Add("signal_id", shown, one => one.Sent.Delivery.SignalId)
            .Add("delivery_id", shown, one => one.Sent.Delivery.Id)
            .Add("fields", shown, one => one.Fields)
            .Add("ground", shown, one => one.Sent.Disclosure.LegalBasis)
            .Add("detail", shown, one => one.Sent.Disclosure.Detail ?? ""));
    }

    /// <summary>Recipients were refused moments when these were found; the reason rests on the delivery.</summary>
    public static Task RefusedAsync(Session session, Guid[] deliveries, long now) => session.ExecuteAsync(
        $"""
        {Into} SELECT @now, 'refused', d.recipient, m.citizen, d.signal_id, d.id, '', '', d.detail FROM deliveries d JOIN moments m ON m.id = d.moment_id WHERE {session.In("d.id", "deliveries")}
        """,
        ("now", now),
        ("deliveries", deliveries));

    /// <summary>A recipient was refused a delivery: of whom it would have been told.</summary>
    public static Task RefusedAsync(Session session, DueDelivery delivery, string reason, long now) => session.ExecuteAsync(
        $"{Into} VALUES (@now, 'refused', @recipient, @citizen, @signal, @delivery, '', '', @reason)",
        ("now", now),
        ("recipient", delivery.Recipient),
        ("citizen", delivery.Moment.Citizen.Value),
        ("signal", delivery.SignalId),
        ("delivery", delivery.Id),
        ("reason", reason));

    /// <summary>An administrator said what becomes of a load: about nobody by herself.</summary>
    public static Task AnsweredAsync(Session session, LoadState state, string detail, long now) => session.ExecuteAsync(
        $"{Into} VALUES (@now, @kind, '', @nobody, @nobody, @nobody, '', '', @detail)",
        ("now", now),
        ("kind", state == LoadState.Kept ? "load-kept" : "load-released"),
        ("nobody", Guid.Empty),
        ("detail", detail));

    private static string Names(Disclosure disclosure) => string.Join(',', disclosure.Fields.Order(StringComparer.Ordinal));
}
