using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Detection;

/// <summary>Reads the facts of citizens and of everyone who shares, or shared, a household with them.</summary>
internal sealed class NearFacts(Session session, Names names)
{
    /// <summary>Everyone whom some version of a household fact names together with one of these, themselves included where one does.</summary>
    public Task<List<Guid>> MatesAsync(Guid[] citizens) => session.QueryAsync(
        $"SELECT DISTINCT o.citizen FROM fact_members m JOIN fact_members o ON o.batch_id = m.batch_id AND o.ordinal = m.ordinal WHERE {session.In("m.citizen", "citizens")}",
        static reader => reader.GetGuid(0),
        ("citizens", citizens));

    /// <summary>Every version of every fact of these and their mates, and with whom else the mates live as the registers of others say.</summary>
    public async Task<Dictionary<CitizenRef, IReadOnlyList<Fact>>> ReadAroundAsync(Guid[] citizens)
    {
        Guid[] near = [.. citizens.Union(await MatesAsync(citizens))];
        var facts = await ReadAsync(near);
        Guid[] others = near.Length == citizens.Length ? [] : [.. (await MatesAsync(near)).Except(near)];
        if (others.Length == 0)
            return facts;
        foreach (var (other, theirs) in await ReadAsync(others))
            facts[other] = [.. theirs.Where(fact => fact is HouseholdChanged or FactWithdrawn)];
        return facts;
    }

    private async Task<Dictionary<CitizenRef, IReadOnlyList<Fact>>> ReadAsync(Guid[] citizens)
    {
        var contracts = await names.ContractNamesAsync(session);
        var facts = citizens.ToDictionary(citizen => new CitizenRef(citizen), _ => (IReadOnlyList<Fact>)new List<Fact>());
        await session.QueryAsync(
            $"SELECT contract, clear FROM facts WHERE {session.In("citizen", "citizens")} AND NOT left_out",
            reader => Add(facts, FactContract.Deserialize(contracts[reader.GetInt16(0)], reader.Bytes(1))),
            ("citizens", citizens));
        return facts;
    }

    private static bool Add(Dictionary<CitizenRef, IReadOnlyList<Fact>> facts, Fact fact)
    {
        ((List<Fact>)facts[fact.Citizen]).Add(fact);
        return true;
    }
}
