using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Host.Composition;

/// <summary>The keys of this host at work. A rescan adds keys, and takes away those that the store does not use any more.</summary>
internal sealed class HubKeys(KeyConfiguration first) : IDisposable
{
    private volatile KeyConfiguration configured = first;

    public Vault Vault { get; } = new(first.SealKeyId, first.SealKeys);

    public CitizenKeys Citizens { get; } = new(first.Layers);

    public Pseudonymiser Pseudonyms { get; } = new(first.Pseudonym[0].Id, first.Pseudonym[0].Key);

    public KeyConfiguration Configured => configured;

    /// <summary>Asks the store for its own key. Called once, before anything is hashed.</summary>
    public async Task OpenAsync(IHubStore store, CancellationToken token) =>
        Pseudonyms.UseForRecords(await store.Keys.OwnKeyAsync(configured.Pseudonym[0].Key, token));

    /// <summary>Why the store cannot be used with these keys; null when it can.</summary>
    public static async Task<string?> ProblemAsync(KeyConfiguration keys, IHubStore store, CancellationToken token)
    {
        using var citizens = new CitizenKeys(keys.Layers);
        using var vault = new Vault(keys.SealKeyId, keys.SealKeys);
        foreach (var used in await store.Keys.InUseAsync(token))
        {
            if (used.Kind == KeyKinds.Seal ? !keys.SealKeys.ContainsKey(used.KeyId) : !citizens.Knows(used.KeyId))
                return $"The store uses the key '{used.KeyId}', which keys.{(used.Kind == KeyKinds.Seal ? "seal" : "pseudonym")} does not hold. Put it back; hub keys says which keys are not used any more.";
        }

        foreach (var (name, check) in keys.Pseudonym.Select(key => (KeyConfiguration.NameOfPseudonym(key.Id), citizens.Check(key.Id)))
            .Concat(keys.SealKeys.Keys.Select(id => (KeyConfiguration.NameOfSeal(id), vault.Check(id)))).Append(($"audit/{keys.AuditKeyId}", new AuditKeys(keys.AuditKeyId, keys.AuditKeys).Check())))
        {
            if (!await store.Operations.IsKnownKeyAsync(name, check, token))
            {
                return $"The key {name} is not the one that this store was filled with, or other keys stand before it than did then: every citizen would be made a second time, or the audit log would not verify. "
                    + "Put the old keys back (keys in hub.json, or the .keys file beside the database).";
            }
        }

        return null;
    }

    /// <summary>Uses other keys from now on. Null, or why not: then nothing changed.</summary>
    public async Task<string?> FollowAsync(KeyConfiguration found, IHubStore store, CancellationToken token)
    {
        if (found.Pseudonym.Count < configured.Pseudonym.Count || configured.Pseudonym.Where((key, i) => key.Id != found.Pseudonym[i].Id || !key.Key.AsSpan().SequenceEqual(found.Pseudonym[i].Key)).Any())
            return "keys.pseudonym: begins with other keys than those that run. A new key comes last, and none may go.";
        if (found.SealKeys.FirstOrDefault(key => configured.SealKeys.TryGetValue(key.Key, out var known) && !known.AsSpan().SequenceEqual(key.Value)) is { Key: not null } other)
            return $"keys.seal: '{other.Key}' is another key than the one that runs. Give a new key a new id.";
        if (await ProblemAsync(found, store, token) is { } problem)
            return problem;
        Citizens.Use(found.Layers);
        Vault.Use(found.SealKeyId, found.SealKeys);
        configured = found;
        return null;
    }

    public void Dispose()
    {
        Vault.Dispose();
        Citizens.Dispose();
        Pseudonyms.Dispose();
    }
}
