using System.Security.Cryptography;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Rotation;

/// <summary>Keys on either database.</summary>
internal sealed class KeyStore(HubDatabase database, KeyRing ring) : IKeyStore
{
    private const int AtOnce = 500;
    private const string Own = "records";

    public Task<IReadOnlyList<KeyInUse>> InUseAsync(CancellationToken token) => database.ReadAsync<IReadOnlyList<KeyInUse>>(async session => await InUseAsync(session), token);

    public Task<IReadOnlyList<KeyRows>> CountAsync(CancellationToken token) => database.ReadAsync<IReadOnlyList<KeyRows>>(
        async session =>
        {
            var counted = new List<KeyRows>();
            foreach (var (kind, table) in Tables)
            {
                counted.AddRange(await session.QueryAsync(
                    $"SELECT key_id, count(*) FROM {table} WHERE key_id IS NOT NULL GROUP BY key_id ORDER BY key_id",
                    reader => new KeyRows(kind, reader.GetString(0), table, reader.GetInt64(1))));
            }

            return counted;
        },
        token);

    public Task<ReadOnlyMemory<byte>> OwnKeyAsync(ReadOnlyMemory<byte> ofBefore, CancellationToken token) => database.WriteAsync<ReadOnlyMemory<byte>>(
        async session =>
        {
            if (await ReadOwnAsync(session) is { } known)
                return known;
            var key = (await ring.UseAsync(session)).Seal;
            var isFilled = await session.CountAsync(
                "SELECT count(*) FROM (SELECT 1 FROM sources UNION ALL SELECT 1 FROM quarantine UNION ALL SELECT 1 FROM source_state UNION ALL SELECT 1 FROM citizen_keys LIMIT 1) AS filled") > 0;
            await session.ExecuteAsync(
                "INSERT INTO store_keys (name, sealed, key_id) VALUES (@name, @sealed, @key) ON CONFLICT (name) DO NOTHING",
                ("name", Own),
                ("sealed", key.Seal(isFilled ? ofBefore.Span : RandomNumberGenerator.GetBytes(32))),
                ("key", key.Id));
            // Of two hosts that start at once, one made it.
            return (await ReadOwnAsync(session))!;
        },
        token);

    public Task<bool> BeginRotationAsync(string actor, DateTimeOffset now, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            var before = await ring.UseAsync(session, alone: true);
            var (citizens, seal) = (ring.Citizens.Ids[^1], ring.Vault.CurrentKeyId);
            var changed = await BeginAsync(session, KeyKinds.Citizens, before.Citizens.Current, citizens, now);
            changed |= await BeginAsync(session, KeyKinds.Seal, before.Seal.Id, seal, now);
            if (changed)
            {
                await AuditLog.AddAsync(session, new AuditEntry
                {
                    At = now,
                    Kind = AuditKinds.KeysRotated,
                    Actor = actor,
                    Detail = $"From {KeyKinds.Citizens} {before.Citizens.Current}, {KeyKinds.Seal} {before.Seal.Id} to {KeyKinds.Citizens} {citizens}, {KeyKinds.Seal} {seal}.",
                });
            }

            return changed;
        },
        token);

    public async Task<long> MoveAsync(IProgress<long>? moved, CancellationToken token)
    {
        var former = (await InUseAsync(token)).Where(key => !key.IsCurrent).ToList();
        long total = 0;
        while (former.Count > 0)
        {
            await MoveTableAsync<byte[]>((session, keys, after) => CitizenKeyRows.MoveAsync(session, keys.Citizens, after, AtOnce));
            foreach (var table in SealedTable.All)
                await MoveTableAsync<object[]>((session, keys, after) => table.MoveAsync(session, keys.Seal, after, AtOnce));

            // Another command that rotates at the same time may have had rows that this one did not see.
            if (await ForgetAsync(former, token))
                break;
        }

        return total;

        async Task MoveTableAsync<T>(Func<Session, KeysNow, T?, Task<MovedRows<T>?>> move) where T : class
        {
            T? after = null;
            while (await database.WriteAsync(async session => await move(session, await ring.UseAsync(session), after), token) is { } rows)
            {
                after = rows.Last;
                total += rows.Count;
                moved?.Report(total);
            }
        }
    }

    /// <summary>Nothing is written under a former key any more, so what has no rows under it now has none later.</summary>
    private Task<bool> ForgetAsync(List<KeyInUse> former, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            foreach (var key in former)
            {
                foreach (var (_, table) in Tables.Where(one => one.Kind == key.Kind))
                {
                    if (await session.CountAsync($"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE key_id = @key LIMIT 1) AS one", ("key", key.KeyId)) > 0)
                        return false;
                }

                // Unless it became the current one again meanwhile.
                await session.ExecuteAsync(
                    "DELETE FROM keys_in_use WHERE kind = @kind AND key_id = @key AND NOT is_current AND since = @since",
                    ("kind", key.Kind),
                    ("key", key.KeyId),
                    ("since", Micros.Of(key.Since)));
            }

            return true;
        },
        token);

    private static IEnumerable<(string Kind, string Table)> Tables => SealedTable.All.Select(table => (KeyKinds.Seal, table.Name)).Prepend((KeyKinds.Citizens, CitizenKeyRows.Table));

    private static Task<List<KeyInUse>> InUseAsync(Session session) => session.QueryAsync(
        "SELECT kind, key_id, is_current, since FROM keys_in_use ORDER BY kind, since, key_id",
        static reader => new KeyInUse(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.Time(3)));

    private static async Task<bool> BeginAsync(Session session, string kind, string before, string current, DateTimeOffset now)
    {
        if (before == current)
            return false;
        await session.ExecuteAsync("UPDATE keys_in_use SET is_current = @no WHERE kind = @kind AND is_current", ("kind", kind), ("no", false));
        await session.ExecuteAsync(
            """
            INSERT INTO keys_in_use (kind, key_id, is_current, since) VALUES (@kind, @key, @yes, @now)
            ON CONFLICT (kind, key_id) DO UPDATE SET is_current = excluded.is_current, since = excluded.since
            """,
            ("kind", kind),
            ("key", current),
            ("yes", true),
            ("now", Micros.Of(now)));
        return true;
    }

    private async Task<byte[]?> ReadOwnAsync(Session session)
    {
        var found = await session.QueryAsync("SELECT key_id, sealed FROM store_keys WHERE name = @name", static reader => (KeyId: reader.GetString(0), Sealed: reader.Bytes(1)), ("name", Own));
        return found.Count == 0 ? null : ring.Vault.Open(found[0].KeyId, found[0].Sealed);
    }
}
