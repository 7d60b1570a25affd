using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases one citizen, in a transaction that no page shares.</summary>
internal sealed class CitizenErasure(Session session, ErasureOrder order, SealingKey key)
{
    private readonly long now = Micros.Of(order.Now);
    private readonly HashSet<long> ofOthers = [];
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
        var told = await new SignalErasure(session, refs, now).RunAsync();
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

            await KeepInQuarantineAsync(batch, ordinal);
        }

        await session.ExecuteAsync($"DELETE FROM fact_members WHERE {session.In("citizen", "refs")}", ("refs", refs));
        return rows.Count;
    }

    /// <summary>Where detection failed on a fact about somebody else, it rests in quarantine as well: it waits on for a person there, without her.</summary>
    private async Task KeepInQuarantineAsync(long batch, int ordinal)
    {
        var entries = await session.QueryAsync(
            $"""
            SELECT q.id, f.clear FROM facts f JOIN batches b ON b.id = f.batch_id AND b.quarantined IS NOT NULL
            JOIN quarantine q ON q.source = b.source AND q.record_id = f.record_id AND q.kind = '{QuarantineKinds.FactPrefix}' || b.contract
            WHERE f.batch_id = @batch AND f.ordinal = @ordinal AND q.resolved_at IS NULL
            """,
            static reader => (Id: reader.GetInt64(0), Clear: reader.Bytes(1)),
            ("batch", batch),
            ("ordinal", ordinal));
        foreach (var (id, clear) in entries)
        {
            ofOthers.Add(id);
            await session.ExecuteAsync("UPDATE quarantine SET sealed = @sealed, key_id = @key WHERE id = @id", ("sealed", key.Seal(clear)), ("key", key.Id), ("id", id));
        }
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

    /// <summary>A record that names others too goes whole, for it could not be read: the audit log tells of each.</summary>
    private async Task<int> QuarantineAsync(Dictionary<string, string[]> records)
    {
        var found = order.Quarantined.ToHashSet();
        foreach (var (source, ids) in records)
        {
            found.UnionWith(await session.QueryAsync(
                $"SELECT id FROM quarantine WHERE source = @source AND sealed IS NOT NULL AND {session.In("record_id", "ids")}", static reader => reader.GetInt64(0), ("source", source), ("ids", ids)));
        }

        (string, object?) hers = ("hers", found.Except(ofOthers).Order().ToArray());
        var open = await QuarantineStore.EntriesAsync(session, QuarantineFilter.All, $"AND sealed IS NOT NULL AND {session.In("id", "hers")} ORDER BY id {session.ForUpdate}", hers);
        await QuarantineDiscard.RunAsync(session, open, "a citizen whom it names was erased", order.Actor, order.Now);
        return open.Count + await session.ExecuteAsync($"UPDATE quarantine SET sealed = NULL WHERE sealed IS NOT NULL AND {session.In("id", "hers")}", hers);
    }

    /// <summary>What rests on hers of those who lived with her may not hold any more.</summary>
    private async Task LookAgainAsync(Guid[] mates)
    {
        Array.Sort(mates);
        if (mates.Length > 0)
            await session.InsertAsync(new Rows("rechecks").Add("citizen", mates).AddConstant("due_at", mates.Length, now), "ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at");
    }
}
