namespace IntegrationHub.Core.Privacy;

/// <summary>
/// The keys of citizens, oldest first. The hash of an INSZ under a key is what that key makes of the hash under the key before it: a rotation hashes what is stored once more, and needs no INSZ.
/// So the older keys stay, as inner layers. Safe for use by several threads, also while keys are added.
/// </summary>
public sealed class CitizenKeys : IDisposable
{
    private volatile Layer[] layers;

    /// <summary>The keys.</summary>
    /// <param name="keys">Oldest first, 32 bytes or more each; at least one.</param>
    public CitizenKeys(IReadOnlyList<(string Id, byte[] Key)> keys) => layers = Make([], keys);

    /// <summary>Ids of the keys, oldest first.</summary>
    public IReadOnlyList<string> Ids => Array.ConvertAll(layers, layer => layer.Id);

    /// <summary>Whether a hash under this key can be made.</summary>
    public bool Knows(string keyId) => Array.Exists(layers, layer => layer.Id == keyId);

    /// <summary>Adds keys: the first of those given are those that are here.</summary>
    /// <exception cref="ArgumentException">A key that is here is not there any more, or at another place: what is stored under a later one could not be found.</exception>
    public void Use(IReadOnlyList<(string Id, byte[] Key)> keys) => layers = Make(layers, keys);

    /// <summary>Hashes a hash under one key further, to that under another.</summary>
    /// <param name="hash">The hash under <paramref name="from"/>.</param>
    /// <param name="from">Id of its key; null for the first, which is what <see cref="Pseudonymiser.OfInsz"/> makes.</param>
    /// <param name="to">Id of the same or a later key.</param>
    public byte[] Raise(byte[] hash, string? from, string to)
    {
        var known = layers;
        var last = PlaceOf(known, to);
        for (var i = from is null ? 1 : PlaceOf(known, from) + 1; i <= last; i++)
            hash = known[i].Hash.Of("citizen:"u8, hash);
        return hash;
    }

    /// <summary>Tells a key, and those before it, from any other without telling them.</summary>
    public byte[] Check(string keyId)
    {
        var known = layers;
        var check = known[0].Hash.Of("check:"u8, []);
        foreach (var layer in known.Skip(1).Take(PlaceOf(known, keyId)))
            check = layer.Hash.Of("check:"u8, check);
        return check;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var layer in layers)
            layer.Hash.Dispose();
    }

    private static int PlaceOf(Layer[] layers, string keyId) =>
        Array.FindIndex(layers, layer => layer.Id == keyId) is var place and >= 0 ? place : throw new KeyNotFoundException($"There is no key of citizens '{keyId}'.");

    private static Layer[] Make(Layer[] kept, IReadOnlyList<(string Id, byte[] Key)> keys)
    {
        if (keys.Count == 0 || keys.Count < kept.Length || kept.Where((layer, i) => layer.Id != keys[i].Id || !layer.Key.AsSpan().SequenceEqual(keys[i].Key)).Any())
            throw new ArgumentException("The keys of citizens begin with those that were used before, in their order.", nameof(keys));
        return [.. kept, .. keys.Skip(kept.Length).Select(key => new Layer(key.Id, key.Key, new KeyedHash(key.Key)))];
    }

    private sealed record Layer(string Id, byte[] Key, KeyedHash Hash)
    {
        public override string ToString() => $"Layer({Id})";
    }
}
