using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Timelines;

/// <summary>Builds the timelines of several citizens from the facts of all of them and of everyone who shares, or shared, a household with them.</summary>
public sealed class Neighbourhood
{
    private readonly IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> facts;
    private readonly IReadOnlyDictionary<CitizenRef, IReadOnlySet<CitizenRef>> mates;
    private readonly Dictionary<CitizenRef, List<HouseholdChanged>> statements = [];

    /// <summary>Of facts by citizen, every version, merged references resolved.</summary>
    public Neighbourhood(IReadOnlyDictionary<CitizenRef, IReadOnlyList<Fact>> facts)
    {
        this.facts = facts;
        mates = Households.MatesIn(facts.Values.SelectMany(versions => versions));
        if (mates.Count == 0)
            return;
        foreach (var statement in facts.Values.SelectMany(versions => versions).OfType<HouseholdChanged>())
        {
            foreach (var named in statement.OtherCitizens().Where(other => other != statement.Citizen).Distinct())
            {
                if (!statements.TryGetValue(named, out var known))
                    statements[named] = known = [];
                known.Add(statement);
            }
        }
    }

    /// <summary>The timeline of one of them: her own facts, those of her mates, and what others' registers say of with whom these live.</summary>
    public Timeline Of(CitizenRef citizen)
    {
        var own = facts.GetValueOrDefault(citizen) ?? [];
        if (!mates.TryGetValue(citizen, out var others))
            return Timeline.Of(citizen, own);
        var household = others.SelectMany(mate => facts.GetValueOrDefault(mate) ?? []);
        var ofThirds = others.SelectMany(mate => statements.GetValueOrDefault(mate) ?? []).Where(statement => statement.Citizen != citizen && !others.Contains(statement.Citizen));
        // The withdrawal of a third's statement says nothing of whom it named: it is found by the fact it withdraws.
        var thirds = ofThirds.Select(statement => statement.Citizen).Distinct().SelectMany(third => facts[third]).Where(fact => fact is HouseholdChanged or FactWithdrawn);
        return Timeline.Of(citizen, own, household.Concat(thirds));
    }
}
