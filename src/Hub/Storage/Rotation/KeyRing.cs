using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Rotation;

/// <summary>
/// Which keys count, asked in each transaction that writes with one. Such transactions share a guard and a rotation begins while it holds that guard alone: none that began before writes under the
/// former key after it, and none hashes a new citizen under another key than the rest does. So nobody is made twice, and what has no rows left under a key stays so.
/// </summary>
internal sealed class KeyRing(Vault vault, CitizenKeys citizens)
{
    private const string InUse = "SELECT kind, key_id, is_current FROM keys_in_use";

    public Vault Vault { get; } = vault;

    public CitizenKeys Citizens { get; } = citizens;

    /// <summary>The keys for the rest of this transaction.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="alone">Also keep every other such transaction out: who joins citizens, erases them, or begins a rotation.</param>
    public async Task<KeysNow> UseAsync(Session session, bool alone = false)
    {
        var rows = await session.GuardedAsync(alone, InUse, static reader => (Kind: reader.GetString(0), Id: reader.GetString(1), IsCurrent: reader.GetBoolean(2)));
        string? seal = null, current = null;
        List<string>? former = null;
        foreach (var (kind, id, isCurrent) in rows)
        {
            if (kind == KeyKinds.Seal)
                seal = isCurrent ? id : seal;
            else if (isCurrent)
                current = id;
            else
                (former ??= []).Add(id);
        }

        if (seal is null || current is null)
            throw new InvalidOperationException("The store does not say which keys it uses: it was not migrated by this hub.");
        if (!Vault.KeyIds.Contains(seal))
            throw Unknown($"keys.seal.keys lacks the key '{seal}'");
        if (former is null ? !Citizens.Knows(current) : !former.Append(current).All(Citizens.Knows))
            throw Unknown($"keys.pseudonym.keys lacks the key '{(former ?? []).Append(current).First(key => !Citizens.Knows(key))}'");
        return new KeysNow(new SealingKey(Vault, seal), new CitizenHashing(Citizens, current, former ?? []));
    }

    /// <summary>At the end of a migration: a store that uses no key yet uses those that are configured.</summary>
    public async Task BeginAsync(Session session, long now)
    {
        foreach (var (kind, key) in new[] { (KeyKinds.Citizens, Citizens.Ids[^1]), (KeyKinds.Seal, Vault.CurrentKeyId) })
        {
            await session.ExecuteAsync(
                """
                INSERT INTO keys_in_use (kind, key_id, is_current, since) SELECT @kind, @key, @yes, @now WHERE NOT EXISTS (SELECT 1 FROM keys_in_use WHERE kind = @kind AND is_current)
                ON CONFLICT (kind, key_id) DO UPDATE SET is_current = excluded.is_current
                """,
                ("kind", kind),
                ("key", key),
                ("yes", true),
                ("now", now));
        }
    }

    private static UnknownKeyException Unknown(string what) =>
        new($"The store was rotated to keys that this host does not have: {what}. Add it to hub.json and run: hub adapters rescan");
}
