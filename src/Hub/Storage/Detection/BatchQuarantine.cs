using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Storage.Detection;

/// <summary>Takes the facts of a batch out of timelines and puts each in quarantine, for a person to look at. Its content there is the fact as it crosses the bus.</summary>
internal static class BatchQuarantine
{
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
                INSERT INTO quarantine (source, record_id, kind, reasons, adapter_version, quarantined_at, sealed, key_id)
                VALUES (@source, @record, @kind, @reasons, '', @now, @sealed, @key)
                ON CONFLICT (source, record_id, kind) DO UPDATE SET reasons = excluded.reasons, resolved_at = NULL, quarantined_at = excluded.quarantined_at,
                    sealed = excluded.sealed, key_id = excluded.key_id
                """,
                ("source", fact.Source),
                ("record", fact.Record),
                ("kind", QuarantineKinds.FactPrefix + fact.Contract),
                ("reasons", Reasons(reason)),
                ("now", now),
                ("sealed", vault.Seal(fact.Clear)),
                ("key", vault.CurrentKeyId));
        }

        await session.ExecuteAsync("UPDATE facts SET left_out = @yes WHERE batch_id = @id", ("id", batchId), ("yes", true));
        await session.ExecuteAsync("DELETE FROM fact_members WHERE batch_id = @id", ("id", batchId));
        await session.ExecuteAsync("UPDATE batches SET quarantined = @reason WHERE id = @id", ("id", batchId), ("reason", reason));
    }

    /// <summary>Puts every fact back that the detection failed on, for it to be tried again. Returns how many.</summary>
    public static async Task<int> ReinstateAsync(Session session, long now)
    {
        var facts = await session.QueryAsync(
            "SELECT f.batch_id, f.ordinal, b.contract, f.citizen, f.clear FROM facts f JOIN batches b ON b.id = f.batch_id WHERE b.quarantined IS NOT NULL",
            static reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1), Contract: reader.GetString(2), Citizen: reader.GetGuid(3), Clear: reader.Bytes(4)));
        var members = facts
            .SelectMany(fact => FactContract.Deserialize(fact.Contract, fact.Clear).OtherCitizens() is { Count: > 0 } others
                ? others.Select(other => other.Value).Append(fact.Citizen).Distinct().Select(member => (Member: member, fact.Batch, fact.Ordinal))
                : [])
            .ToList();
        if (members.Count > 0)
        {
            await session.InsertAsync(new Rows("fact_members")
                .Add("citizen", members, one => one.Member)
                .Add("batch_id", members, one => one.Batch)
                .Add("ordinal", members, one => one.Ordinal));
        }

        await session.ExecuteAsync("UPDATE facts SET left_out = @no WHERE left_out AND batch_id IN (SELECT id FROM batches WHERE quarantined IS NOT NULL)", ("no", false));
        await session.ExecuteAsync("UPDATE batches SET quarantined = NULL, failures = 0, published_at = NULL, publisher = NULL, processed_at = NULL WHERE quarantined IS NOT NULL");
        await session.ExecuteAsync(
            $"UPDATE quarantine SET resolved_at = @now, sealed = NULL WHERE resolved_at IS NULL AND kind LIKE '{QuarantineKinds.FactPrefix}%'", ("now", now));
        return facts.Count;
    }

    private static string Reasons(string reason) =>
        JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["field"] = "fact", ["expected"] = reason, ["toDo"] = "report this to whoever maintains the hub" } });
}
