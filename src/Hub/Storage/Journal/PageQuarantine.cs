using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Journal;

/// <summary>
/// What a page changes in quarantine: what cannot be read is put there, and of what rests there goes whatever its source said something readable about since. Where the source numbers its versions an older one
/// says nothing about a newer one, whenever it comes; elsewhere the last word counts, as in the journal.
/// </summary>
internal sealed class PageQuarantine(Session session, JournalPage page, IReadOnlyList<bool> isDuplicate)
{
    private readonly HashSet<int> past = [];

    /// <summary>Of a retry: the places of records that do not rest in quarantine any more as they were opened. Their source said something else since, and they are not stored. Locks what does.</summary>
    public async Task<IReadOnlySet<int>> PastAsync()
    {
        if (page.IsRetry)
        {
            var open = (await OpenAsync()).ToLookup(entry => entry.RecordId, StringComparer.Ordinal);
            past.UnionWith(Enumerable.Range(0, page.Records.Count).Where(i => !open[page.Records[i].RecordId].Any(entry => entry.Rests(page.Records[i]))));
        }

        return past;
    }

    /// <summary>When it is known which of the page's records were duplicates.</summary>
    public async Task WriteAsync(SealingKey key)
    {
        var now = Micros.Of(page.KnownAt);
        var read = Enumerable.Range(0, page.Records.Count).Where(i => !past.Contains(i)).ToLookup(i => page.Records[i].RecordId, StringComparer.Ordinal);
        var resolved = (await OpenAsync()).Where(entry => read[entry.RecordId].Any(i => page.IsRetry ? entry.Rests(page.Records[i]) : Answers(i, entry.Version))).Select(entry => entry.Id).ToArray();
        if (resolved.Length > 0)
            await session.ExecuteAsync($"UPDATE quarantine SET resolved_at = @now, sealed = NULL WHERE {session.In("id", "ids")}", ("now", now), ("ids", resolved));
        foreach (var record in page.Quarantined.Where(record => page.IsRetry || !read[record.RecordId].Any(i => i >= record.Place && Answers(i, record.Version))))
            await PutAsync(record, key, now);
    }

    /// <summary>Whether a record that was read leaves nobody anything to do about one of a version that was not. A duplicate tells nothing new about one that did not say which it is.</summary>
    private bool Answers(int read, long? version) =>
        page.Records[read].Version is not { } known || (version is { } rejected ? rejected <= known : !isDuplicate[read]);

    private async Task<List<OpenEntry>> OpenAsync() =>
        page.Records.Count == 0 || await session.CountAsync("SELECT count(*) FROM (SELECT 1 FROM quarantine WHERE source = @source AND resolved_at IS NULL LIMIT 1) one", ("source", page.Source)) == 0
            ? []
            : await session.QueryAsync(
                $"""
                SELECT id, record_id, version, content_hash FROM quarantine
                WHERE source = @source AND {session.In("record_id", "records")} AND resolved_at IS NULL AND kind NOT LIKE '{QuarantineKinds.FactPrefix}%' ORDER BY id {session.ForUpdate}
                """,
                static reader => new OpenEntry(reader.GetInt64(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.Bytes(3)),
                ("source", page.Source),
                ("records", page.Records.Select(record => record.RecordId).Distinct().ToArray()));

    /// <summary>An older version takes the place of no newer one that waits, and one that was tried again changes its own entry only.</summary>
    private Task PutAsync(QuarantinedRecord record, SealingKey key, long now) => session.ExecuteAsync(
        """
        INSERT INTO quarantine (source, record_id, kind, reason, reasons, adapter_version, quarantined_at, sealed, key_id, content_hash, version)
        VALUES (@source, @record, @kind, @reason, @reasons, @adapter, @now, @sealed, @key, @hash, @version)
        ON CONFLICT (source, record_id, kind) DO UPDATE SET reason = excluded.reason, reasons = excluded.reasons, adapter_version = excluded.adapter_version, resolved_at = NULL,
            discarded_by = NULL, discarded_because = NULL,
            quarantined_at = CASE WHEN quarantine.resolved_at IS NULL THEN quarantine.quarantined_at ELSE excluded.quarantined_at END, sealed = excluded.sealed, key_id = excluded.key_id,
            content_hash = excluded.content_hash, version = excluded.version
        WHERE (quarantine.discarded_by IS NULL OR quarantine.content_hash IS NULL OR quarantine.content_hash IS DISTINCT FROM excluded.content_hash)
            AND (quarantine.resolved_at IS NOT NULL OR quarantine.version IS NULL OR excluded.version IS NULL OR quarantine.version <= excluded.version)
            AND (NOT @retry OR (quarantine.resolved_at IS NULL AND (quarantine.content_hash IS NULL OR quarantine.content_hash = excluded.content_hash)))
        """,
        ("source", page.Source),
        ("record", record.RecordId),
        ("kind", record.Kind),
        ("reason", QuarantineReason.Of(record.Reasons)),
        ("reasons", record.Reasons),
        ("adapter", record.AdapterVersion),
        ("now", now),
        ("sealed", key.Seal(record.Content.Span)),
        ("key", key.Id),
        ("hash", record.ContentHash),
        ("version", record.Version),
        ("retry", page.IsRetry));

    private sealed record OpenEntry(long Id, string RecordId, long? Version, byte[]? ContentHash)
    {
        /// <summary>Whether a record that is tried again is this one, as far as it can be told.</summary>
        public bool Rests(JournalRecord record) => ContentHash is null || record.Rested is null || ContentHash.AsSpan().SequenceEqual(record.Rested);
    }
}
