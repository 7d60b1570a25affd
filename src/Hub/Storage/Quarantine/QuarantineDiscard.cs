using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>Gives entries up. What stays says that something was there, who gave it up and why; its content, and what a fact held that names somebody, is erased.</summary>
internal static class QuarantineDiscard
{
    public static async Task RunAsync(Session session, IReadOnlyList<QuarantineEntry> entries, string because, string actor, DateTimeOffset now)
    {
        if (entries.Count == 0)
            return;
        (string Name, object? Value) ids = ("ids", entries.Select(entry => entry.Id).ToArray());
        await session.ExecuteAsync(
            $"""
            UPDATE facts SET sealed = NULL, key_id = NULL WHERE left_out AND batch_id IN ({QuarantinedBatches.Of(session)}) AND record_id IN
                (SELECT record_id FROM quarantine WHERE {session.In("id", "ids")})
            """,
            ids);
        await session.ExecuteAsync(
            $"UPDATE quarantine SET resolved_at = @now, sealed = NULL, discarded_by = @actor, discarded_because = @because WHERE {session.In("id", "ids")}",
            ids,
            ("now", Micros.Of(now)),
            ("actor", actor),
            ("because", because));
        await AuditLog.AddAsync(session, [.. entries.Select(entry => new AuditEntry
        {
            At = now,
            Kind = AuditKinds.QuarantineDiscarded,
            Actor = actor,
            Source = entry.Source,
            Detail = $"Entry {entry.Id}, {entry.Reason}: {because}",
        })]);
    }
}
