using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Audit;

/// <summary>Writes entries of the audit log: append-only, in the transaction of what they tell.</summary>
internal static class AuditLog
{
    public static async Task AddAsync(Session session, params IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
            return;
        await session.InsertAsync(new Rows("audit")
            .Add("at", entries, entry => Micros.Of(entry.At))
            .Add("kind", entries, entry => entry.Kind)
            .Add("actor", entries, entry => entry.Actor)
            .Add("recipient", entries, entry => entry.Recipient)
            .Add("citizen", entries, entry => entry.Citizen?.Value ?? Guid.Empty)
            .Add("signal_id", entries, entry => entry.SignalId ?? Guid.Empty)
            .Add("delivery_id", entries, entry => entry.DeliveryId ?? Guid.Empty)
            .Add("source", entries, entry => entry.Source)
            .Add("fields", entries, entry => string.Join(',', entry.Fields.Order(StringComparer.Ordinal)))
            .Add("purpose", entries, entry => entry.Purpose)
            .Add("ground", entries, entry => entry.Ground)
            .Add("detail", entries, entry => entry.Detail ?? ""));
    }
}
