using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Detection;

/// <summary>Takes the facts of a batch out of timelines and puts each in quarantine, for a person to look at. Its content there is the fact as it crosses the bus.</summary>
internal static class BatchQuarantine
{
    /// <summary>The kind of such an entry starts so; the contract follows.</summary>
    public const string KindPrefix = "fact/";

    public static async Task RunAsync(Session session, Vault vault, long batchId, string reason, long now)
    {
        var facts = await session.QueryAsync(
            "SELECT b.source, b.contract, f.record_id, f.clear FROM facts f JOIN batches b ON b.id = f.batch_id WHERE f.batch_id = @id",
            static reader => (Source: reader.GetString(0), Contract: reader.GetString(1), Record: reader.GetString(2), Clear: reader.Bytes(3)),
            ("id", batchId));
        foreach (var fact in facts)
        {
            await session.ExecuteAsync(
                """
                INSERT INTO quarantine (source, record_id, content_hash, kind, reasons, adapter_version, quarantined_at, sealed, key_id)
                VALUES (@source, @record, @hash, @kind, @reasons, '', @now, @sealed, @key) ON CONFLICT (source, record_id, content_hash) DO NOTHING
                """,
                ("source", fact.Source),
                ("record", fact.Record),
                ("hash", SHA256.HashData(fact.Clear)[..16]),
                ("kind", KindPrefix + fact.Contract),
                ("reasons", Reasons(reason)),
                ("now", now),
                ("sealed", vault.Seal(fact.Clear)),
                ("key", vault.CurrentKeyId));
        }

        await session.ExecuteAsync("UPDATE facts SET left_out = @yes WHERE batch_id = @id", ("id", batchId), ("yes", true));
        await session.ExecuteAsync("DELETE FROM fact_members WHERE batch_id = @id", ("id", batchId));
        await session.ExecuteAsync("UPDATE batches SET quarantined = @reason WHERE id = @id", ("id", batchId), ("reason", reason));
    }

    private static string Reasons(string reason) =>
        JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["field"] = "fact", ["expected"] = reason, ["toDo"] = "report this to whoever maintains the hub" } });
}
