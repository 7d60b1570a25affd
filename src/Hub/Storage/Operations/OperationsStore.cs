using System.Text;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Operations;

/// <summary>Runs, pauses, totals and the memory of sources, on either database.</summary>
internal sealed class OperationsStore(HubDatabase database, KeyRing keys, TimeProvider time) : IOperationsStore
{
    public Task<long> StartRunAsync(string source, string trigger, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => session.CountAsync(
            "INSERT INTO runs (source, started_by, started_at) VALUES (@source, @trigger, @now) RETURNING id", ("source", source), ("trigger", trigger), ("now", Micros.Of(now))),
        token);

    public Task FinishRunAsync(long run, string result, string? reason, IntakeCounts counts, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            UPDATE runs SET finished_at = @now, result = @result, reason = @reason, read_count = @read, accepted = @accepted, duplicate = @duplicate, quarantined = @quarantined,
                facts = @facts, minimised = @minimised WHERE id = @run
            """,
            ("now", Micros.Of(now)),
            ("result", result),
            ("reason", reason),
            ("read", counts.Read),
            ("accepted", counts.Accepted),
            ("duplicate", counts.Duplicate),
            ("quarantined", counts.Quarantined),
            ("facts", counts.Facts),
            ("minimised", counts.Minimised),
            ("run", run)),
        token);

    public Task<IReadOnlyList<SourceOverview>> SourcesAsync(CancellationToken token) => database.ReadAsync(SourceList.ReadAsync, token);

    public Task<Totals> TotalsAsync(CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            """
            SELECT (SELECT coalesce(sum(facts), 0) FROM batches), (SELECT count(*) FROM citizens WHERE merged_into IS NULL),
                (SELECT count(*) FROM batches WHERE processed_at IS NULL), (SELECT count(*) FROM moments), (SELECT count(*) FROM moments WHERE withdrawn_at IS NOT NULL),
                (SELECT count(*) FROM signals), (SELECT count(*) FROM deliveries WHERE state = 'delivered'), (SELECT count(*) FROM deliveries WHERE state = 'pending'),
                (SELECT count(*) FROM deliveries WHERE state = 'refused'), (SELECT count(*) FROM deliveries WHERE state = 'failed'),
                (SELECT count(*) FROM quarantine WHERE resolved_at IS NULL)
            """,
            static reader => new Totals(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.GetInt64(7),
                reader.GetInt64(8), reader.GetInt64(9), reader.GetInt64(10))))[0],
        token);

    public Task<Changes> ChangesSinceAsync(DateTimeOffset since, CancellationToken token) => database.ReadAsync(session => ChangeList.ReadAsync(session, Micros.Of(since)), token);

    public Task<bool> IsKnownKeyAsync(string keyId, byte[] check, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            await session.ExecuteAsync("INSERT INTO key_checks (key_id, value) VALUES (@key, @check) ON CONFLICT (key_id) DO NOTHING", ("key", keyId), ("check", check));
            var known = await session.QueryAsync("SELECT value FROM key_checks WHERE key_id = @key", static reader => reader.Bytes(0), ("key", keyId));
            return known[0].AsSpan().SequenceEqual(check);
        },
        token);

    public Task PauseAsync(string source, string reason, DateTimeOffset? resumeAt, CancellationToken token) => database.WriteAsync(
        session => session.ExecuteAsync(
            """
            INSERT INTO pauses (source, reason, paused_at, resume_at) VALUES (@source, @reason, @now, @resume)
            ON CONFLICT (source) DO UPDATE SET reason = excluded.reason, paused_at = excluded.paused_at, resume_at = excluded.resume_at
            """,
            ("source", source),
            ("reason", reason),
            ("now", Micros.Of(time.GetUtcNow())),
            ("resume", Micros.Of(resumeAt))),
        token);

    public Task ResumeAsync(string source, CancellationToken token) =>
        database.WriteAsync(session => session.ExecuteAsync("DELETE FROM pauses WHERE source = @source", ("source", source)), token);

    public Task<string?> ReadStateAsync(string source, byte[] keyHash, CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var found = await session.QueryAsync(
                "SELECT key_id, sealed FROM source_state WHERE source = @source AND key_hash = @key",
                static reader => (KeyId: reader.GetString(0), Sealed: reader.Bytes(1)),
                ("source", source),
                ("key", keyHash));
            return found.Count > 0 ? Encoding.UTF8.GetString(keys.Vault.Open(found[0].KeyId, found[0].Sealed)) : null;
        },
        token);

    public Task WriteStateAsync(string source, byte[] keyHash, string? value, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            if (value is null)
            {
                await session.ExecuteAsync("DELETE FROM source_state WHERE source = @source AND key_hash = @key", ("source", source), ("key", keyHash));
                return;
            }

            var key = (await keys.UseAsync(session)).Seal;
            await session.ExecuteAsync(
                """
                INSERT INTO source_state (source, key_hash, sealed, key_id) VALUES (@source, @key, @sealed, @keyId)
                ON CONFLICT (source, key_hash) DO UPDATE SET sealed = excluded.sealed, key_id = excluded.key_id
                """,
                ("source", source),
                ("key", keyHash),
                ("sealed", key.Seal(Encoding.UTF8.GetBytes(value))),
                ("keyId", key.Id));
        },
        token);
}
