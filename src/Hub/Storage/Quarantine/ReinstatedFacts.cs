using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Quarantine;

/// <summary>Puts facts on which the detection failed back, for them to be tried again.</summary>
internal static class ReinstatedFacts
{
    public static async Task<int> RunAsync(Session session, long[] entries, long now)
    {
        (string Name, object? Value) ids = ("ids", entries);
        var facts = await session.QueryAsync(
            $"SELECT f.batch_id, f.ordinal, b.contract, f.citizen, f.clear FROM facts f JOIN batches b ON b.id = f.batch_id WHERE b.id IN ({QuarantinedBatches.Of(session)})",
            static reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1), Contract: reader.GetString(2), Citizen: reader.GetGuid(3), Clear: reader.Bytes(4)),
            ids);
        if (facts.Count == 0)
            return 0;
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

        (string Name, object? Value) batches = ("batches", facts.Select(fact => fact.Batch).Distinct().ToArray());
        await session.ExecuteAsync($"UPDATE quarantine SET resolved_at = @now, sealed = NULL WHERE {session.In("id", "ids")} AND kind LIKE '{QuarantineKinds.FactPrefix}%'", ids, ("now", now));
        await session.ExecuteAsync($"UPDATE facts SET left_out = @no WHERE {session.In("batch_id", "batches")}", batches, ("no", false));
        await session.ExecuteAsync(
            $"UPDATE batches SET quarantined = NULL, failures = 0, published_at = NULL, publisher = NULL, processed_at = NULL, waiting_since = @now WHERE {session.In("id", "batches")}",
            batches,
            ("now", now));
        return facts.Count;
    }
}
