using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Sdk;

/// <summary>One fact of a record, with the people it is about as INSZ. The intake swaps each for a <see cref="CitizenRef"/>.</summary>
/// <param name="Key">Which fact of the record, unique within it and stable over its versions. Not personal: it is stored in the clear.</param>
/// <param name="Citizen">Who it is about.</param>
/// <param name="Fact">The contract, with <see cref="Fact.OccurredAt"/> and its own fields; the intake fills the rest.</param>
public sealed record NormalisedFact(string Key, Insz Citizen, Fact Fact)
{
    /// <summary>The other people the contract names, in its order (the members of a <see cref="HouseholdChanged"/>).</summary>
    public IReadOnlyList<Insz> Others { get; init; } = [];

    /// <summary>What may identify a person, for the encrypted column; null when the record says nothing of the kind.</summary>
    public PersonDetails? Person { get; init; }

    /// <summary>Shows the key and the contract, nothing of the person.</summary>
    public override string ToString() => $"NormalisedFact({FactContract.NameOf(Fact.GetType())})";
}
