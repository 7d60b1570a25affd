using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases one citizen, in a transaction that no page shares.</summary>
internal sealed class CitizenErasure(Session session, ErasureOrder order)
{
    private const string Discarded = "resolved_at = coalesce(resolved_at, @now), sealed = NULL, discarded_by = coalesce(discarded_by, @actor), discarded_because = coalesce(discarded_because, 'erased')";
    private readonly long now = Micros.Of(order.Now);
    private Guid[] refs = [];

    public async Task<ErasedCitizen?> RunAsync()
    {
        refs = [.. await session.QueryAsync(
            $"SELECT ref FROM citizens WHERE coalesce(merged_into, ref) = (SELECT coalesce(merged_into, ref) FROM citizens WHERE ref = @citizen) ORDER BY ref {session.ForUpdate}",
            static reader => reader.GetGuid(0),
            ("citizen", order.Citizen.Value))];
        if (refs.Length == 0)
            return null;
        var mates = await MatesAsync();
        var facts = await session.QueryAsync(
            $"SELECT f.batch_id, f.ordinal, b.source, f.record_id FROM facts f JOIN batches b ON b.id = f.batch_id WHERE {session.In("f.citizen", "refs")}",
            static reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1), Source: reader.GetString(2), Record: reader.GetString(3)),
            ("refs", refs));
        var records = facts.Select(fact => (fact.Source, fact.Record)).Distinct().GroupBy(one => one.Source, one => one.Record).ToDictionary(group => group.Key, group => group.ToArray());
        await FactRows.EraseAsync(session, facts.ConvertAll(fact => (fact.Batch, fact.Ordinal)));
        var replaced = await ReplaceAsync();
        await LeaveRecordsAsync(records);
        var told = await new SignalErasure(session, refs).RunAsync();
        var quarantined = await QuarantineAsync(records);
        var states = order.StateKeys.Count == 0
            ? 0
            : await session.ExecuteAsync($"DELETE FROM source_state WHERE {session.InHashes("key_hash", "keys")}", ("keys", order.StateKeys.Select(key => key.ToArray()).ToArray()));
        await ForgetAsync(session, refs);
        await LookAgainAsync(mates);
        var erased = new ErasedCitizen(facts.Count, replaced, told.Moments, told.Signals, told.Deliveries, quarantined, states, told.Recipients);
        await AuditLog.AddAsync(session, new AuditEntry
        {
            At = order.Now,
            Kind = AuditKinds.Erased,
            Actor = order.Actor,
            Citizen = order.Citizen,
            Source = string.Join(',', records.Keys.Order(StringComparer.Ordinal)),
            Detail = $"{order.Because} ({erased.Facts} facts, {erased.Moments} moments, {erased.Signals} signals, {erased.Quarantined} quarantined records)",
        });
        return erased;
    }

    /// <summary>Takes away her references and what leads to them.</summary>
    public static async Task ForgetAsync(Session session, Guid[] refs)
    {
        foreach (var (table, column) in new[] { ("rechecks", "citizen"), ("citizen_keys", "ref"), ("citizens", "ref") })
            await session.ExecuteAsync($"DELETE FROM {table} WHERE {session.In(column, "refs")}", ("refs", refs));
    }

    private async Task<Guid[]> MatesAsync() => [.. (await session.QueryAsync(
        $"""
        SELECT DISTINCT o.citizen FROM fact_members h JOIN fact_members o ON o.batch_id = h.batch_id AND o.ordinal = h.ordinal WHERE {session.In("h.citizen", "refs")}
        """,
        static reader => reader.GetGuid(0),
        ("refs", refs))).Except(refs)];

    /// <summary>
    /// A fact about somebody else that names her (who lives with whom) stays: it is about the other. In each, another reference that leads to nobody takes the place of hers, so that neither the audit
    /// log nor a second such fact says who it was.
    /// </summary>
    private async Task<int> ReplaceAsync()
    {
        var rows = await session.QueryAsync(
            $"SELECT DISTINCT batch_id, ordinal FROM fact_members WHERE {session.In("citizen", "refs")}", static reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1)), ("refs", refs));
        // A fact that detection failed on has no members, and is found by its text.
        foreach (var her in refs)
        {
            rows.AddRange(await session.QueryAsync(
                "SELECT batch_id, ordinal FROM facts WHERE batch_id IN (SELECT id FROM batches WHERE quarantined IS NOT NULL) AND clear LIKE @pattern",
                static reader => (reader.GetInt64(0), reader.GetInt32(1)),
                ("pattern", $"%{her:D}%")));
        }

        foreach (var (batch, ordinal) in rows)
        {
            var nobody = Guid.NewGuid();
            foreach (var her in refs)
            {
                await session.ExecuteAsync(
                    "UPDATE facts SET clear = replace(clear, @her, @nobody) WHERE batch_id = @batch AND ordinal = @ordinal",
                    ("her", her.ToString("D")),
                    ("nobody", nobody.ToString("D")),
                    ("batch", batch),
                    ("ordinal", ordinal));
            }
        }

        await session.ExecuteAsync($"DELETE FROM fact_members WHERE {session.In("citizen", "refs")}", ("refs", refs));
        return rows.Count;
    }

    /// <summary>The row of a record stays, without her: what its source sends again unchanged is known by it, and brings nothing back.</summary>
    private async Task LeaveRecordsAsync(Dictionary<string, string[]> records)
    {
        var hers = refs.ToHashSet();
        foreach (var (source, ids) in records)
        {
            var rows = await session.QueryAsync(
                $"SELECT source, record_id, citizens FROM records WHERE source = (SELECT id FROM sources WHERE name = @source) AND {session.In("record_id", "ids")} ORDER BY record_id {session.ForUpdate}",
                static reader => (Source: reader.GetInt32(0), Record: reader.GetString(1), Citizens: reader.Bytes(2)),
                ("source", source),
                ("ids", ids));
            if (rows.Count == 0)
                continue;
            await session.UpdateAsync(
                new Rows("records").Add("source", rows, row => row.Source).Add("record_id", rows, row => row.Record)
                    .Add("citizens", rows, row => CitizenRefs.Pack([.. CitizenRefs.Unpack(row.Citizens).Where(one => !hers.Contains(one))])),
                keys: 2);
        }
    }

    private async Task<int> QuarantineAsync(Dictionary<string, string[]> records)
    {
        (string, object?)[] values = [("now", now), ("actor", order.Actor)];
        var count = await session.ExecuteAsync($"UPDATE quarantine SET {Discarded} WHERE sealed IS NOT NULL AND {session.In("id", "ids")}", [.. values, ("ids", order.Quarantined.ToArray())]);
        foreach (var (source, ids) in records)
            count += await session.ExecuteAsync($"UPDATE quarantine SET {Discarded} WHERE source = @source AND sealed IS NOT NULL AND {session.In("record_id", "ids")}", [.. values, ("source", source), ("ids", ids)]);
        return count;
    }

    /// <summary>What rests on hers of those who lived with her may not hold any more.</summary>
    private async Task LookAgainAsync(Guid[] mates)
    {
        Array.Sort(mates);
        if (mates.Length > 0)
            await session.InsertAsync(new Rows("rechecks").Add("citizen", mates).AddConstant("due_at", mates.Length, now), "ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at");
    }
}
