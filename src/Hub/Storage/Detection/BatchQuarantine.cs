using System.Text.Json;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Detection;

/// <summary>Takes the facts of a batch out of timelines and puts each in quarantine, for a person to look at. Its content there is the fact as it crosses the bus.</summary>
internal static class BatchQuarantine
{
    public static async Task RunAsync(Session session, SealingKey key, long batchId, string reason, long now)
    {
        var facts = await session.QueryAsync(
            "SELECT b.source, b.contract, f.record_id, f.clear FROM facts f JOIN batches b ON b.id = f.batch_id WHERE f.batch_id = @id",
            static reader => (Source: reader.GetString(0), Contract: reader.GetString(1), Record: reader.GetString(2), Clear: reader.Bytes(3)),
            ("id", batchId));
        var reasons = Reasons(reason);
        foreach (var fact in facts)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO quarantine (source, record_id, kind, reason, reasons, adapter_version, quarantined_at, sealed, key_id)
                VALUES (@source, @record, @kind, @reason, @reasons, '', @now, @sealed, @key)
                ON CONFLICT (source, record_id, kind) DO UPDATE SET reason = excluded.reason, reasons = excluded.reasons, resolved_at = NULL, discarded_by = NULL, discarded_because = NULL, quarantined_at = CASE WHEN quarantine.resolved_at IS NULL THEN quarantine.quarantined_at ELSE excluded.quarantined_at END,
                    sealed = excluded.sealed, key_id = excluded.key_id
                """,
                ("source", fact.Source),
                ("record", fact.Record),
                ("kind", QuarantineKinds.FactPrefix + fact.Contract),
                ("reason", QuarantineReason.Of(reasons)),
                ("reasons", reasons),
                ("now", now),
                ("sealed", key.Seal(fact.Clear)),
                ("key", key.Id));
        }

        await session.ExecuteAsync("UPDATE facts SET left_out = @yes WHERE batch_id = @id", ("id", batchId), ("yes", true));
        await session.ExecuteAsync("DELETE FROM fact_members WHERE batch_id = @id", ("id", batchId));
        await session.ExecuteAsync("UPDATE batches SET quarantined = @reason WHERE id = @id", ("id", batchId), ("reason", reason));
    }

    private static string Reasons(string reason) =>
        JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["field"] = "fact", ["expected"] = reason, ["toDo"] = "report this to whoever maintains the hub" } });
}
