using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Backtest;

/// <summary>What the journal holds of one citizen: every version of every fact, whatever became of it.</summary>
/// <param name="Citizen">Whose it is.</param>
/// <param name="Own">The facts about her.</param>
/// <param name="Household">The facts about those with whom some version of a household fact names her together, and what registers say of with whom else these live.</param>
public sealed record CitizenHistory(CitizenRef Citizen, IReadOnlyList<Fact> Own, IReadOnlyList<Fact> Household);
