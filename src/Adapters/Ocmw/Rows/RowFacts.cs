using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>The facts of one row, each with what the row says of the person.</summary>
internal ref struct RowFacts(Insz citizen, PersonDetails? person)
{
    private readonly List<NormalisedFact> facts = new(3);

    /// <summary>Adds a fact under a key that stays the same over versions of the row.</summary>
    public readonly void Add(string key, Fact fact) => facts.Add(new NormalisedFact(key, citizen, fact) { Person = person });

    /// <summary>Adds where the citizen lives, so that a signal finds its municipality without a register.</summary>
    public readonly void AddMunicipality(NisCode? municipality, DateOnly since)
    {
        if (municipality is not null)
            Add("person", new PersonChanged { OccurredAt = BelgianDay.StartOf(since), Municipality = municipality });
    }

    /// <summary>The facts, or the reasons the reader collected.</summary>
    public readonly IReadOnlyList<NormalisedFact> All => facts;
}
