using IntegrationHub.Contracts;
using IntegrationHub.Storage.Audit;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Storage.Rotation;

namespace IntegrationHub.Storage.Erasure;

/// <summary>Erasure on either database.</summary>
internal sealed class ErasureStore(HubDatabase database, Names names, KeyRing keys) : IErasureStore
{
    private const int QuarantinedAtOnce = 200;

    public Task<CitizenRef?> FindAsync(byte[] innermost, CancellationToken token) => database.WriteAsync<CitizenRef?>(
        async session =>
        {
            var hashing = (await keys.UseAsync(session)).Citizens;
            var found = await session.QueryAsync(
                $"SELECT ref FROM citizen_keys WHERE {session.InHashes("insz_hash", "hashes")}", static reader => reader.Citizen(0), ("hashes", hashing.ToFind(innermost).ToArray()));
            return found.Count == 0 ? null : found[0];
        },
        token);

    public Task<IReadOnlyList<CitizenRef>> ReferencesAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenRef>>(
        async session => await session.QueryAsync($"{CitizenErasure.ReferencesOf} ORDER BY ref", static reader => reader.Citizen(0), ("citizen", citizen.Value)), token);

    public Task<IReadOnlyList<CitizenRef>> WhoIsThereAsync(IReadOnlyCollection<CitizenRef> references, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenRef>>(
        async session => await session.QueryAsync($"SELECT ref FROM citizens WHERE {session.In("ref", "refs")}", static reader => reader.Citizen(0), ("refs", references.Select(one => one.Value).ToArray())), token);

    public Task<IReadOnlyList<ReadOnlyMemory<byte>>> PeopleAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync<IReadOnlyList<ReadOnlyMemory<byte>>>(
        async session =>
        {
            var facts = new SealedFacts(session, names, keys.Vault);
            var refs = await session.QueryAsync(CitizenErasure.ReferencesOf, static reader => reader.GetGuid(0), ("citizen", citizen.Value));
            return [.. (await facts.ReadAllAsync([.. refs])).Where(row => row.Sealed is not null).Select(facts.Open)];
        },
        token);

    public async Task<IReadOnlyList<long>> QuarantinedAsync(Func<ReadOnlyMemory<byte>, bool> isHers, CancellationToken token)
    {
        var hers = new List<long>();
        var after = 0L;
        while (true)
        {
            var page = await database.ReadAsync(
                session => session.QueryAsync(
                    "SELECT id, key_id, sealed FROM quarantine WHERE id > @after AND sealed IS NOT NULL ORDER BY id LIMIT @max",
                    static reader => (Id: reader.GetInt64(0), KeyId: reader.GetString(1), Sealed: reader.Bytes(2)),
                    ("after", after),
                    ("max", QuarantinedAtOnce)),
                token);
            if (page.Count == 0)
                return hers;
            hers.AddRange(page.Where(entry => isHers(keys.Vault.Open(entry.KeyId, entry.Sealed))).Select(entry => entry.Id));
            after = page[^1].Id;
        }
    }

    public Task<bool> IsRememberedAsync(IReadOnlyList<ReadOnlyMemory<byte>> stateKeys, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            $"SELECT 1 FROM source_state WHERE {session.InHashes("key_hash", "keys")} LIMIT 1", static _ => true, ("keys", stateKeys.Select(key => key.ToArray()).ToArray()))).Count > 0,
        token);

    public Task<ErasedCitizen?> EraseAsync(ErasureOrder order, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            var inUse = await keys.UseAsync(session, alone: true);
            return await new CitizenErasure(session, order, inUse.Seal).RunAsync();
        },
        token);

    public Task<DateTimeOffset?> LastUsedAsync(DateTimeOffset before, CancellationToken token) => database.ReadAsync(
        async session => (await session.QueryAsync(
            """
            SELECT max(at) FROM (SELECT max(seen_at) AS at FROM hosts WHERE seen_at < @before
                UNION ALL SELECT max(started_at) FROM (SELECT started_at FROM runs ORDER BY id DESC LIMIT 1000) AS latest WHERE started_at < @before
                UNION ALL SELECT max(hour) * @length FROM source_counts WHERE hour < @hour AND hour > 0) AS used
            """,
            static reader => reader.TimeOrNull(0),
            ("before", Micros.Of(before)),
            ("length", Micros.HourLength),
            ("hour", Micros.HourOf(Micros.Of(before)))))[0],
        token);

    public Task<int> EraseSignalsAsync(DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            Guid[] signals = [.. await session.QueryAsync(
                $"""
                SELECT id FROM signals WHERE issued_at < @before AND (withdrawn_at IS NOT NULL OR expires_at < @now)
                    AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.signal_id = signals.id AND d.state = '{DeliveryStates.Pending}') ORDER BY issued_at LIMIT @max {session.ForUpdate}
                """,
                static reader => reader.GetGuid(0),
                ("before", Micros.Of(before)),
                ("now", Micros.Of(now)),
                ("max", max))];
            if (signals.Length == 0)
                return 0;
            await session.ExecuteAsync($"UPDATE moments SET signal_id = NULL, outcome = 'history', chosen = '[]' WHERE {session.In("signal_id", "signals")}", ("signals", signals));
            await SignalErasure.EraseAsync(session, signals);
            return signals.Length;
        },
        token);

    public Task<int> EraseQuarantinedAsync(DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            // What still waited for a person is given up as a person would: said in the audit log, and a fact of it names nobody any more.
            var open = await QuarantineStore.EntriesAsync(
                session, QuarantineFilter.All, $"AND quarantined_at < @before ORDER BY id LIMIT @max {session.ForUpdate}", ("before", Micros.Of(before)), ("max", max));
            await QuarantineDiscard.RunAsync(session, open, "past its term", AuditActors.Hub, now);
            return open.Count + await session.ExecuteAsync(
                "UPDATE quarantine SET sealed = NULL WHERE id IN (SELECT id FROM quarantine WHERE quarantined_at < @before AND sealed IS NOT NULL ORDER BY id LIMIT @max)",
                ("before", Micros.Of(before)),
                ("max", max - open.Count));
        },
        token);

    public Task<ErasedFacts> EraseFactsAsync(CitizenRef? after, DateTimeOffset before, DateTimeOffset now, int max, CancellationToken token) => database.WriteAsync(
        async session =>
        {
            // Alone: what a page knows of a record must not go while it writes the next version.
            await keys.UseAsync(session, alone: true);
            var facts = new RetainedFacts(session, names, before, now);
            var next = await facts.NextAsync(after?.Value ?? Guid.Empty, max);
            var erased = 0;
            foreach (var citizen in next)
                erased += await facts.EraseAsync(citizen);
            return new ErasedFacts(next.Count == 0 ? null : new CitizenRef(next[^1]), erased);
        },
        token);

    public Task<Swept> SweepMomentsAsync(Guid after, DateTimeOffset now, int max, CancellationToken token) => SweepAsync(
        leftovers => leftovers.NextMomentsAsync(after, Micros.Of(now), max), (leftovers, moments) => leftovers.EraseMomentsAsync(moments, Micros.Of(now)), token);

    public Task<Swept> SweepCitizensAsync(Guid after, int max, CancellationToken token) =>
        SweepAsync(leftovers => leftovers.NextCitizensAsync(after, max), (leftovers, citizens) => leftovers.ForgetAsync(citizens), token);

    private async Task<Swept> SweepAsync(Func<Leftovers, Task<List<(Guid Id, bool IsLeft)>>> find, Func<Leftovers, Guid[], Task<int>> erase, CancellationToken token)
    {
        var next = await database.ReadAsync(session => find(new Leftovers(session)), token);
        Guid[] left = [.. next.Where(one => one.IsLeft).Select(one => one.Id)];
        var gone = left.Length == 0 ? 0 : await database.WriteAsync(
            async session =>
            {
                // Alone: a page makes a reference and stores the facts under it in one transaction, and none is under way now.
                await keys.UseAsync(session, alone: true);
                return await erase(new Leftovers(session), left);
            },
            token);
        return new Swept(next.Count == 0 ? null : next[^1].Id, gone);
    }
}
