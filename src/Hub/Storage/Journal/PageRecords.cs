using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Journal;

/// <summary>The record rows of a page: which versions are new is decided under their locks.</summary>
internal sealed class PageRecords(Session session, int source, int? snapshot, FactsOfRecord facts)
{
    private const string Columns = "record_id, version, content_hash, revision, withdrawn, citizens, own_hash, erased, snapshot";

    /// <summary>Inserts what the journal never saw, sorted, so that pages that meet wait for each other and never in a circle. Returns the ids inserted.</summary>
    public async Task<HashSet<string>> InsertAsync(IReadOnlyList<JournalRecord> records)
    {
        var inserted = await session.InsertReturningAsync(
            WithSnapshot(With(records, _ => 1, record => facts.CitizensOf(record))),
            "ON CONFLICT (source, record_id) DO NOTHING",
            "record_id",
            static reader => reader.GetString(0));
        return inserted.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Locks what the journal has.</summary>
    public Task<List<KnownRecord>> LockAsync(IReadOnlyCollection<JournalRecord> records) => session.QueryAsync(
        $"SELECT {Columns} FROM records WHERE source = @source AND {session.In("record_id", "ids")} ORDER BY record_id {session.ForUpdate}",
        Read,
        ("source", source),
        ("ids", records.Select(record => record.RecordId).ToArray()));

    /// <summary>Stores the new versions of known records.</summary>
    public Task UpdateAsync(IReadOnlyList<(JournalRecord Record, KnownRecord Known)> newer) => session.UpdateAsync(
        WithSnapshot(With(newer.Select(pair => pair.Record).ToList(), i => newer[i].Known.Revision + 1, record => facts.CitizensOf(record)))
            .AddConstant("withdrawn", newer.Count, false)
            .Add("erased", newer, pair => pair.Known.StaysErased(pair.Record) ? pair.Known.Erased : null),
        keys: 2);

    /// <summary>Keeps the hash of the content alone of records that were read before there was one.</summary>
    public async Task RememberAsync(IReadOnlyList<JournalRecord> same)
    {
        if (same.Count > 0)
        {
            await session.UpdateAsync(
                new Rows("records").AddConstant("source", same.Count, source).Add("record_id", same, record => record.RecordId).Add("own_hash", same, record => record.OwnHash), keys: 2);
        }
    }

    /// <summary>Marks records as seen in this snapshot.</summary>
    public async Task SeeAsync(IReadOnlyCollection<string> recordIds)
    {
        if (snapshot is { } current && recordIds.Count > 0)
        {
            await session.ExecuteAsync(
                $"UPDATE records SET snapshot = @snapshot WHERE source = @source AND {session.In("record_id", "ids")} AND snapshot IS DISTINCT FROM @snapshot",
                ("snapshot", current),
                ("source", source),
                ("ids", recordIds.Order(StringComparer.Ordinal).ToArray()));
        }
    }

    /// <summary>Records of the same scope that this snapshot did not hold, some at a time: those after an id, so that no call reads again what an earlier one withdrew.</summary>
    public Task<List<KnownRecord>> LockVanishedAsync(string scope, string after, int max) => session.QueryAsync(
        $"""
        SELECT {Columns} FROM records
        WHERE source = @source AND record_id > @after AND NOT withdrawn AND snapshot IN (SELECT id FROM snapshots WHERE source = @source AND scope = @scope AND id <> @snapshot)
        ORDER BY record_id LIMIT @max {session.ForUpdate}
        """,
        Read,
        ("source", source),
        ("scope", scope),
        ("snapshot", snapshot),
        ("after", after),
        ("max", max));

    /// <summary>How many records of the same scope this snapshot did not hold, of how many, and how many of the former an export brought that was believed.</summary>
    public async Task<(long Gone, long Known, long Missed)> CountVanishedAsync(string scope) => (await session.QueryAsync(
        $"""
        SELECT count(*) FILTER (WHERE r.snapshot <> @snapshot), count(*), count(*) FILTER (WHERE r.snapshot <> @snapshot AND s.holds <> {(int)SnapshotHolds.NewOnly})
        FROM records r JOIN snapshots s ON s.id = r.snapshot
        WHERE r.source = @source AND NOT r.withdrawn AND s.source = @source AND s.scope = @scope
        """,
        static reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)),
        ("source", source),
        ("scope", scope),
        ("snapshot", snapshot)))[0];

    /// <summary>Marks records as withdrawn, so that reappearing makes a new version.</summary>
    public Task WithdrawAsync(IReadOnlyList<KnownRecord> vanished) => session.UpdateAsync(
        new Rows("records")
            .AddConstant("source", vanished.Count, source)
            .Add("record_id", vanished, record => record.RecordId)
            .Add("revision", vanished, record => record.Revision + 1)
            .AddConstant("withdrawn", vanished.Count, true)
            .AddConstant("citizens", vanished.Count, Array.Empty<byte>()),
        keys: 2);

    private Rows With(IReadOnlyList<JournalRecord> records, Func<int, int> revision, Func<JournalRecord, byte[]> citizens) => new Rows("records")
        .AddConstant("source", records.Count, source)
        .Add("record_id", records, record => record.RecordId)
        .Add("version", records, record => record.Version)
        .Add("content_hash", records, record => record.ContentHash)
        .Add("own_hash", records, record => record.OwnHash)
        .Add("revision", [.. Enumerable.Range(0, records.Count).Select(revision)])
        .Add("citizens", records, citizens);

    /// <summary>A page outside a snapshot (a push, a retry) leaves the snapshot that the row has.</summary>
    private Rows WithSnapshot(Rows rows) => snapshot is null ? rows : rows.AddConstant("snapshot", rows.Count, snapshot);

    private static KnownRecord Read(System.Data.Common.DbDataReader reader) => new(
        reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.Bytes(2), reader.GetInt32(3), reader.GetBoolean(4), reader.Bytes(5),
        reader.IsDBNull(6) ? null : reader.Bytes(6), reader.TextOrNull(7),
        reader.IsDBNull(8) ? null : reader.GetInt32(8));
}
