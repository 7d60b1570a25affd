using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules;

/// <summary>A fact for which a <see cref="FactCondition"/> holds.</summary>
/// <param name="Fact">The fact. Of several, the one that runs on longest, else the latest.</param>
/// <param name="HoldsUntil">When time alone ends that the condition holds: what runs then ended. Null when no such time is known.</param>
public readonly record struct FactMatch(Fact Fact, DateTimeOffset? HoldsUntil);
