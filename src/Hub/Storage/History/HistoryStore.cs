using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Detection;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Storage.History;

/// <summary>History on either database.</summary>
internal sealed class HistoryStore(HubDatabase database, Names names) : IHistoryStore
{
    /// <summary>By these somebody who never lived with her says with whom her mates live.</summary>
    private static readonly string[] Statements = [FactContract.NameOf<HouseholdChanged>(), FactContract.NameOf<FactWithdrawn>()];

    public Task<bool> ExistsAsync(CancellationToken token) => database.ReadAsync(session => session.HasTableAsync("loads"), token);

    public Task<IReadOnlyList<Load>> LoadsAsync(CancellationToken token) => database.ReadAsync(LoadReading.AllAsync, token);

    public Task<long> CountCitizensAsync(CancellationToken token) =>
        database.ReadAsync(session => session.CountAsync("SELECT count(*) FROM citizens WHERE merged_into IS NULL"), token);

    public Task<IReadOnlyList<CitizenRef>> CitizensAsync(CitizenRef? after, int max, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenRef>>(
        async session => await session.QueryAsync(
            "SELECT ref FROM citizens WHERE ref > @after AND merged_into IS NULL ORDER BY ref LIMIT @max", static reader => reader.Citizen(0), ("after", after ?? default), ("max", max)),
        token);

    public Task<CitizenRef?> FindAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync(
        async session =>
        {
            var found = await session.QueryAsync(
                "SELECT coalesce(merged_into, ref) FROM citizens WHERE ref = @citizen", static reader => reader.Citizen(0), ("citizen", citizen));
            return found.Count == 0 ? (CitizenRef?)null : found[0];
        },
        token);

    public Task<IReadOnlyList<CitizenRef>> FindAsync(string source, string recordId, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenRef>>(
        async session =>
        {
            var records = await session.QueryAsync(
                "SELECT r.citizens FROM records r JOIN sources s ON s.id = r.source WHERE s.name = @source AND r.record_id = @record",
                static reader => reader.Bytes(0),
                ("source", source),
                ("record", recordId));
            var refs = records.SelectMany(CitizenRefs.Unpack).ToArray();
            return refs.Length == 0 ? [] : await session.QueryAsync(
                $"SELECT DISTINCT coalesce(merged_into, ref) FROM citizens WHERE {session.In("ref", "refs")}", static reader => reader.Citizen(0), ("refs", refs));
        },
        token);

    public Task<IReadOnlyList<StoredMoment>> MomentsAsync(CitizenRef citizen, CancellationToken token) => database.ReadAsync<IReadOnlyList<StoredMoment>>(
        async session => await session.QueryAsync(
            $"SELECT {MomentColumns.All} FROM moments m WHERE m.citizen = @citizen AND m.withdrawn_at IS NULL", static reader => MomentColumns.Read(reader, 0), ("citizen", citizen)),
        token);

    public Task<IReadOnlyList<CitizenHistory>> LoadAsync(
        IReadOnlyList<CitizenRef> citizens, IReadOnlyCollection<string> own, IReadOnlyCollection<string> household, CancellationToken token) => database.ReadAsync<IReadOnlyList<CitizenHistory>>(
        async session =>
        {
            var mates = await MatesAsync(session, citizens);
            var facts = citizens.ToDictionary(citizen => citizen, _ => new List<Fact>());
            var others = Missing(facts, mates);
            var thirds = await MatesAsync(session, [.. others.Keys]);
            await ReadAsync(session, facts, own);
            await ReadAsync(session, others, household);
            foreach (var (other, of) in others)
                facts[other] = of;
            var strangers = Missing(facts, thirds);
            await ReadAsync(session, strangers, Statements);
            foreach (var (stranger, of) in strangers)
                facts[stranger] = of;
            return [.. citizens.Select(citizen => new CitizenHistory(citizen, facts[citizen], Household(citizen)))];

            List<Fact> Household(CitizenRef citizen)
            {
                var with = mates[citizen].ToHashSet();
                var apart = with.SelectMany(mate => mates[mate].Concat(thirds[mate])).Where(third => third != citizen && !with.Contains(third)).Distinct();
                return [.. with.SelectMany(mate => facts[mate]), .. apart.SelectMany(third => facts[third]).Where(fact => fact is HouseholdChanged or FactWithdrawn)];
            }
        },
        token);

    private static async Task<ILookup<CitizenRef, CitizenRef>> MatesAsync(Session session, IReadOnlyCollection<CitizenRef> citizens) => (citizens.Count == 0 ? [] : await session.QueryAsync(
        $"""
        SELECT DISTINCT m.citizen, o.citizen FROM fact_members m JOIN fact_members o ON o.batch_id = m.batch_id AND o.ordinal = m.ordinal
        WHERE {session.In("m.citizen", "citizens")} AND o.citizen <> m.citizen
        """,
        static reader => (Citizen: reader.Citizen(0), Mate: reader.Citizen(1)),
        ("citizens", Refs(citizens)))).ToLookup(pair => pair.Citizen, pair => pair.Mate);

    private static Dictionary<CitizenRef, List<Fact>> Missing(Dictionary<CitizenRef, List<Fact>> facts, ILookup<CitizenRef, CitizenRef> mates) =>
        mates.SelectMany(pair => pair).Distinct().Where(mate => !facts.ContainsKey(mate)).ToDictionary(mate => mate, _ => new List<Fact>());

    private static Guid[] Refs(IEnumerable<CitizenRef> citizens) => [.. citizens.Select(citizen => citizen.Value)];

    private async Task ReadAsync(Session session, Dictionary<CitizenRef, List<Fact>> facts, IReadOnlyCollection<string> wanted)
    {
        if (facts.Count == 0)
            return;
        var ids = await names.ContractIdsAsync(session);
        var contracts = await names.ContractNamesAsync(session);
        await session.QueryAsync(
            $"SELECT contract, clear FROM facts WHERE {session.In("citizen", "citizens")} AND {session.In("contract", "contracts")} AND NOT left_out",
            reader => Add(facts, FactContract.Deserialize(contracts[reader.GetInt16(0)], reader.Bytes(1))),
            ("citizens", Refs(facts.Keys)),
            ("contracts", wanted.Where(ids.ContainsKey).Select(name => (long)ids[name]).ToArray()));
    }

    private static bool Add(Dictionary<CitizenRef, List<Fact>> facts, Fact fact)
    {
        facts[fact.Citizen].Add(fact);
        return true;
    }
}
