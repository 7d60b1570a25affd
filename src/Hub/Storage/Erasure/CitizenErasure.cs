using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases one citizen, in a transaction that no page shares.</summary>
internal sealed class CitizenErasure(Session session, ErasureOrder order, SealingKey key)
{
    /// <summary>Every reference of the citizen who has one of them. By the indexes of both columns.</summary>
    public const string ReferencesOf =
        """
        SELECT ref FROM citizens WHERE (ref = (SELECT coalesce(merged_into, ref) FROM citizens WHERE ref = @citizen) OR merged_into = (SELECT coalesce(merged_into, ref) FROM citizens WHERE ref = @citizen))
        """;
    private readonly long now = Micros.Of(order.Now);
    private readonly HashSet<long> ofOthers = [];
    private Guid[] refs = [];

    public async Task<ErasedCitizen?> RunAsync()
    {
        refs = order.Citizen is { } her
            ? [.. await session.QueryAsync($"{ReferencesOf} ORDER BY ref {session.ForUpdate}", static reader => reader.GetGuid(0), ("citizen", her.Value))]
            : [];
        if (refs.Length == 0)
            return await WithoutReferenceAsync();
        var mates = await MatesAsync();
        var facts = await session.QueryAsync(
            $"SELECT f.batch_id, f.ordinal, b.source, f.record_id, f.fact_key, f.revision, b.contract FROM facts f JOIN batches b ON b.id = f.batch_id WHERE {session.In("f.citizen", "refs")}",
            static reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1), Source: reader.GetString(2), Record: reader.GetString(3), Key: reader.GetString(4), Revision: reader.GetInt32(5), Contract: reader.GetString(6)),
            ("refs", refs));
        var records = facts.Select(fact => (fact.Source, fact.Record)).Distinct().GroupBy(one => one.Source, one => one.Record).ToDictionary(group => group.Key, group => group.ToArray());
        await FactRows.EraseAsync(session, facts.ConvertAll(fact => (fact.Batch, fact.Ordinal)));
        var replaced = await ReplaceAsync();
        var hers = refs.ToHashSet();
        var left = facts.Where(fact => fact.Contract != FactContract.NameOf<FactWithdrawn>()).Select(fact => (fact.Source, fact.Record, fact.Revision, Key: (string?)fact.Key))
            .Concat(replaced.Select(fact => (fact.Source, fact.Record, fact.Revision, Key: (string?)null)));
        foreach (var one in left.GroupBy(fact => fact.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            await ErasedRecords.LeaveAsync(session, one.Key, one.ToLookup(fact => fact.Record, fact => (fact.Revision, fact.Key), StringComparer.Ordinal), hers);
        var told = await new SignalErasure(session, refs, now).RunAsync();
        var quarantined = await QuarantineAsync(records);
        var states = await ForgetStatesAsync();
        await ForgetAsync(session, refs);
        await LookAgainAsync(mates);
        var erased = new ErasedCitizen(facts.Count, replaced.Count, told.Moments, told.Signals, told.Deliveries, quarantined, states, told.Recipients);
        await TellAsync(erased, records.Keys);
        return erased;
    }

    /// <summary>Takes away her references and what leads to them.</summary>
    public static async Task ForgetAsync(Session session, Guid[] refs)
    {
        foreach (var (table, column) in new[] { ("rechecks", "citizen"), ("citizen_keys", "ref"), ("citizens", "ref") })
            await session.ExecuteAsync($"DELETE FROM {table} WHERE {session.In(column, "refs")}", ("refs", refs));
    }

    /// <summary>Nobody has a reference of hers: what cannot be read, or what a source remembers, is all there can be.</summary>
    private async Task<ErasedCitizen?> WithoutReferenceAsync()
    {
        var erased = new ErasedCitizen(0, 0, 0, 0, 0, await QuarantineAsync([]), await ForgetStatesAsync(), []);
        if (erased.Quarantined + erased.States == 0)
            return null;
        await TellAsync(erased, []);
        return erased;
    }

    private Task TellAsync(ErasedCitizen erased, IEnumerable<string> sources) => AuditLog.AddAsync(session, new AuditEntry
    {
        At = order.Now,
        Kind = AuditKinds.Erased,
        Actor = order.Actor,
        Citizen = order.Citizen,
        Source = string.Join(',', sources.Order(StringComparer.Ordinal)),
        Detail = $"{order.Because} ({erased.Facts} facts, {erased.Moments} moments, {erased.Signals} signals, {erased.Quarantined} quarantined records)",
    });

    private async Task<int> ForgetStatesAsync() => order.StateKeys.Count == 0
        ? 0
        : await session.ExecuteAsync($"DELETE FROM source_state WHERE {session.InHashes("key_hash", "keys")}", ("keys", order.StateKeys.Select(key => key.ToArray()).ToArray()));

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
    private async Task<List<(string Source, string Record, int Revision)>> ReplaceAsync()
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT DISTINCT f.batch_id, f.ordinal, b.source, f.record_id, f.revision FROM fact_members m JOIN facts f ON f.batch_id = m.batch_id AND f.ordinal = m.ordinal JOIN batches b ON b.id = f.batch_id
            WHERE {session.In("m.citizen", "refs")}
            """,
            Place,
            ("refs", refs));
        // A fact that detection failed on has no members, and is found by its text.
        foreach (var her in refs)
        {
            rows.AddRange(await session.QueryAsync(
                "SELECT f.batch_id, f.ordinal, b.source, f.record_id, f.revision FROM facts f JOIN batches b ON b.id = f.batch_id WHERE b.quarantined IS NOT NULL AND f.clear LIKE @pattern",
                Place,
                ("pattern", $"%{her:D}%")));
        }

        foreach (var (batch, ordinal, _, _, _) in rows)
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
        return rows.ConvertAll(row => (row.Source, row.Record, row.Revision));

        static (long Batch, int Ordinal, string Source, string Record, int Revision) Place(DbDataReader reader) => (reader.GetInt64(0), reader.GetInt32(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4));
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
