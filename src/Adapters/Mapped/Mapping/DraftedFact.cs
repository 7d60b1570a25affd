using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>A fact before it is known what the whole row says of the person.</summary>
internal readonly record struct DraftedFact(FactPlan Plan, Insz Citizen, Fact Fact, IReadOnlyList<Insz> Others);
