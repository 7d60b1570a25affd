using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;
using IntegrationHub.Storage.Ledger;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erases the facts of some citizens that are past their term.</summary>
internal sealed class RetainedFacts(Session session, Names names, DateTimeOffset before, DateTimeOffset now)
{
    /// <summary>Citizens with facts that the hub knew before the time.</summary>
    public Task<List<Guid>> NextAsync(Guid after, int max) => session.QueryAsync(
        """
        SELECT c.ref FROM citizens c WHERE c.ref > @after AND c.merged_into IS NULL AND EXISTS (SELECT 1 FROM facts f JOIN batches b ON b.id = f.batch_id WHERE f.citizen = c.ref AND b.created_at < @before)
        ORDER BY c.ref LIMIT @max
        """,
        static reader => reader.GetGuid(0),
        ("after", after),
        ("before", Micros.Of(before)),
        ("max", max));

    /// <summary>Returns how many versions of facts went.</summary>
    public async Task<int> EraseAsync(Guid citizen)
    {
        await session.QueryAsync($"SELECT ref FROM citizens WHERE ref = @citizen {session.ForUpdate}", static reader => reader.GetGuid(0), ("citizen", citizen));
        var contracts = await names.ContractNamesAsync(session);
        var rows = await session.QueryAsync(
            "SELECT f.batch_id, f.ordinal, f.contract, f.clear, b.created_at, b.processed_at IS NULL FROM facts f JOIN batches b ON b.id = f.batch_id WHERE f.citizen = @citizen",
            reader => (Batch: reader.GetInt64(0), Ordinal: reader.GetInt32(1), Fact: FactContract.Deserialize(contracts[reader.GetInt16(2)], reader.Bytes(3)), KnownAt: reader.Time(4), Waits: reader.GetBoolean(5)),
            ("citizen", citizen));
        if (rows.Exists(row => row.Waits))
            return 0;
        var needed = await NeededAsync(citizen);
        var past = PastTerm.Of(new CitizenRef(citizen), rows.ConvertAll(row => (row.Fact, row.KnownAt)), before, now, needed.Contains);
        if (past.Count == 0)
            return 0;
        var gone = past.Select(i => rows[i]).ToList();
        await FactRows.EraseAsync(session, gone.ConvertAll(row => (row.Batch, row.Ordinal)));
        var kept = rows.Where((_, i) => !past.Contains(i)).Select(row => IdentityOf(row.Fact)).ToHashSet();
        var stays = kept.Select(identity => (identity.Source, identity.RecordId)).ToHashSet();
        var records = gone.Select(row => row.Fact).Where(fact => fact is not FactWithdrawn && !stays.Contains((fact.Source, fact.RecordId)));
        foreach (var one in records.GroupBy(fact => fact.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            await ErasedRecords.LeaveAsync(session, one.Key, one.ToLookup(fact => fact.RecordId, fact => (fact.Revision, (string?)fact.FactKey), StringComparer.Ordinal), new HashSet<Guid> { citizen });
        await EraseMomentsAsync(citizen, [.. gone.Select(row => IdentityOf(row.Fact)).Where(identity => !kept.Contains(identity)).Distinct()]);
        return gone.Count;
    }

    private static FactIdentity IdentityOf(Fact fact) => new(fact.Source, fact.RecordId, fact.FactKey);

    /// <summary>The facts on which a moment rests, of hers or of those who lived with her, that is in a signal or open.</summary>
    private async Task<HashSet<FactIdentity>> NeededAsync(Guid citizen)
    {
        var moments = await session.QueryAsync(
            $"""
            SELECT {MomentColumns.All} FROM moments m WHERE m.withdrawn_at IS NULL AND (m.signal_id IS NOT NULL OR (m.outcome <> 'history' AND coalesce(m.expires_at, @now) >= @now)) AND m.citizen IN
                (SELECT @citizen UNION SELECT o.citizen FROM fact_members h JOIN fact_members o ON o.batch_id = h.batch_id AND o.ordinal = h.ordinal WHERE h.citizen = @citizen)
            """,
            static reader => MomentColumns.Read(reader, 0).Moment,
            ("citizen", citizen),
            ("now", Micros.Of(now)));
        return [.. moments.SelectMany(moment => moment.Grounds.Select(ground => ground.Fact).Append(moment.Anchor))];
    }

    /// <summary>A moment without a signal goes with the fact on which it hangs.</summary>
    private async Task EraseMomentsAsync(Guid citizen, IReadOnlyList<FactIdentity> gone)
    {
        var sources = new List<string>();
        foreach (var fact in gone)
        {
            sources.AddRange(await session.QueryAsync(
                "DELETE FROM moments WHERE citizen = @citizen AND source = @source AND record_id = @record AND fact_key = @key AND signal_id IS NULL RETURNING source",
                static reader => reader.GetString(0),
                ("citizen", citizen),
                ("source", fact.Source),
                ("record", fact.RecordId),
                ("key", fact.FactKey)));
        }

        await MomentCounts.GoneAsync(session, sources);
    }
}
