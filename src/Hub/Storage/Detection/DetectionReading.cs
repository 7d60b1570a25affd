using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Storage.Detection;

/// <summary>Locks the citizens to evaluate, then loads what their evaluation needs.</summary>
internal sealed class DetectionReading(Session session, Names names)
{
    private const string MatesOf = "FROM fact_members m JOIN fact_members o ON o.batch_id = m.batch_id AND o.ordinal = m.ordinal";

    public async Task<LoadedInput> LoadAsync(Guid[] asked)
    {
        var citizens = await LockAsync(asked);

        // Statements after the lock: each sees everything that was committed before it was granted.
        var mates = await MatesAsync(citizens);
        var facts = await FactsAsync([.. citizens.Union(mates)]);
        var moments = await MomentsAsync(citizens);
        var rechecks = await session.QueryAsync(
            $"SELECT citizen, due_at FROM rechecks WHERE {session.In("citizen", "citizens")}",
            static reader => (Citizen: reader.Citizen(0), At: reader.Time(1)),
            ("citizens", citizens));
        return new LoadedInput(
            new DetectionInput([.. citizens.Select(citizen => new CitizenRef(citizen))], facts, moments) { Loads = await LoadReading.OfAsync(session, facts.Values) },
            rechecks.ToDictionary(recheck => recheck.Citizen, recheck => recheck.At));
    }

    /// <summary>Locks those asked for and their mates, in order. Whoever was merged meanwhile is followed.</summary>
    private async Task<Guid[]> LockAsync(Guid[] asked)
    {
        while (true)
        {
            var wanted = asked.Union(await MatesAsync(asked)).ToArray();
            var locked = await session.QueryAsync(
                $"SELECT ref, merged_into FROM citizens WHERE {session.In("ref", "refs")} ORDER BY ref {session.ForUpdate}",
                static reader => (Ref: reader.GetGuid(0), Into: reader.IsDBNull(1) ? (Guid?)null : reader.GetGuid(1)),
                ("refs", wanted));
            if (locked.TrueForAll(citizen => citizen.Into is null))
                return [.. locked.Select(citizen => citizen.Ref)];
            var merged = locked.Where(citizen => citizen.Into is not null).ToDictionary(citizen => citizen.Ref, citizen => citizen.Into!.Value);
            asked = [.. wanted.Select(citizen => merged.GetValueOrDefault(citizen, citizen)).Distinct()];
        }
    }

    private Task<List<Guid>> MatesAsync(Guid[] citizens) => session.QueryAsync(
        $"SELECT DISTINCT o.citizen {MatesOf} WHERE {session.In("m.citizen", "citizens")}", static reader => reader.GetGuid(0), ("citizens", citizens));

    private async Task<Dictionary<CitizenRef, IReadOnlyList<Fact>>> FactsAsync(Guid[] citizens)
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

    private async Task<Dictionary<CitizenRef, IReadOnlyList<StoredMoment>>> MomentsAsync(Guid[] citizens)
    {
        var stored = await session.QueryAsync(
            $"""
            SELECT {MomentColumns.All}, (
                SELECT s.id FROM signals s WHERE s.moment_id = m.id AND s.withdrawn_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.signal_id = s.id AND d.state <> 'refused')
                ORDER BY s.issued_at DESC LIMIT 1)
            FROM moments m WHERE {session.In("m.citizen", "citizens")}
            """,
            static reader => MomentColumns.Read(reader, 0) with { UnheardSignal = reader.IsDBNull(MomentColumns.Count) ? null : reader.GetGuid(MomentColumns.Count) },
            ("citizens", citizens));
        var byCitizen = stored.ToLookup(moment => moment.Moment.Citizen);
        return citizens.Select(citizen => new CitizenRef(citizen)).ToDictionary(citizen => citizen, citizen => (IReadOnlyList<StoredMoment>)[.. byCitizen[citizen]]);
    }
}
