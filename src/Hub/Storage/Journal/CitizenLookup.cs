using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Journal;

/// <summary>
/// From the keyed hashes of a page to references; whoever is new gets one, and a replaced INSZ becomes an alias or merges two citizens. A page's hashes are the innermost; what is stored is what the
/// keys in use make of them.
/// </summary>
internal sealed class CitizenLookup(Session session, CitizenHashing hashing)
{
    private const string KeyConflict = "ON CONFLICT (insz_hash) DO NOTHING";
    private readonly Dictionary<HashKey, Guid> refs = [];

    public Guid this[byte[] hash] => refs[HashKey.Of(hash)];

    /// <summary>Whether the records join two citizens: then the page keeps others out.</summary>
    public static bool Joins(IReadOnlyList<JournalRecord> records) => records.Any(record => record.Facts.Any(Joins));

    public async Task ResolveAsync(IReadOnlyList<JournalRecord> records)
    {
        var facts = records.SelectMany(record => record.Facts).ToList();
        var replaced = facts.Where(Joins).ToList();
        var wanted = new HashSet<HashKey>(facts.Count);
        foreach (var fact in facts)
        {
            wanted.Add(HashKey.Of(fact.Citizen));
            foreach (var other in fact.Others)
                wanted.Add(HashKey.Of(other));
        }

        if (wanted.Count == 0)
            return;
        await LoadAsync(wanted);
        foreach (var fact in replaced)
            await JoinAsync(HashKey.Of(fact.Citizen), HashKey.Of(fact.Others[0]));
        var missing = wanted.Where(hash => !refs.ContainsKey(hash)).OrderBy(hash => hash.Value).ToList();
        if (missing.Count > 0)
            await CreateAsync(missing);
    }

    private static bool Joins(JournalFact fact) => fact.Fact is CitizenIdentityReplaced && fact.Others.Count == 1;

    private async Task LoadAsync(IEnumerable<HashKey> hashes)
    {
        if (!hashing.IsInnermost)
        {
            await LoadRaisedAsync(hashes);
            return;
        }

        var found = await session.QueryAsync(
            $"SELECT insz_hash, ref FROM citizen_keys WHERE {session.InHashes("insz_hash", "hashes")}",
            static reader => (Hash: HashKey.Of(reader.Bytes(0)), Ref: reader.GetGuid(1)),
            ("hashes", hashes.OrderBy(hash => hash.Value).Select(hash => hash.ToBytes()).ToArray()));
        foreach (var (hash, citizen) in found)
            refs[hash] = citizen;
    }

    /// <summary>One statement for the hashes under every key: while a rotation moves a row from one to the next, it sees the row before or after, and never neither.</summary>
    private async Task LoadRaisedAsync(IEnumerable<HashKey> hashes)
    {
        var innermost = new Dictionary<HashKey, HashKey>();
        foreach (var hash in hashes)
        {
            foreach (var stored in hashing.ToFind(hash.ToBytes()))
                innermost[HashKey.Of(stored)] = hash;
        }

        var found = await session.QueryAsync(
            $"SELECT insz_hash, ref FROM citizen_keys WHERE {session.InHashes("insz_hash", "hashes")}",
            static reader => (Hash: HashKey.Of(reader.Bytes(0)), Ref: reader.GetGuid(1)),
            ("hashes", innermost.Keys.OrderBy(hash => hash.Value).Select(hash => hash.ToBytes()).ToArray()));
        foreach (var (hash, citizen) in found)
            refs[innermost[hash]] = citizen;
    }

    /// <summary>Keys first, in order: of two pages that meet a new citizen at once, one waits and takes the other's reference.</summary>
    private async Task CreateAsync(List<HashKey> missing)
    {
        var given = missing.ConvertAll(_ => Guid.NewGuid());
        var written = await session.InsertAsync(Keys(missing, given), KeyConflict);
        if (written == missing.Count)
        {
            for (var i = 0; i < missing.Count; i++)
                refs[missing[i]] = given[i];
        }
        else
        {
            await LoadAsync(missing);
            given = [.. given.Intersect(missing.Select(hash => refs[hash]))];
        }

        given.Sort();
        await session.InsertAsync(new Rows("citizens").Add("ref", given, one => one));
    }

    /// <summary>Both hashes lead to one reference: the new INSZ's where both were known.</summary>
    private async Task JoinAsync(HashKey old, HashKey current)
    {
        var knowsOld = refs.TryGetValue(old, out var absorbed);
        var knowsCurrent = refs.TryGetValue(current, out var survivor);
        if (knowsOld && knowsCurrent)
        {
            if (absorbed == survivor)
                return;
            await CitizenMerge.RunAsync(session, absorbed, survivor);
            foreach (var hash in refs.Where(pair => pair.Value == absorbed).Select(pair => pair.Key).ToList())
                refs[hash] = survivor;
            return;
        }

        if (!knowsOld && !knowsCurrent)
            await CreateAsync([current]);
        var citizen = knowsOld ? absorbed : refs[current];
        if (old != current)
            await session.InsertAsync(Keys([knowsOld ? current : old], [citizen]), KeyConflict);
        refs[old] = refs[current] = citizen;
    }

    private Rows Keys(List<HashKey> hashes, List<Guid> citizens) => new Rows("citizen_keys")
        .Add("insz_hash", hashes, hash => hashing.ToWrite(hash.ToBytes()))
        .AddConstant("key_id", hashes.Count, hashing.Current)
        .Add("ref", citizens, one => one);
}
