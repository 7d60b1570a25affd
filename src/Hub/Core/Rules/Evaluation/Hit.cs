using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>A fact that a rule has to look at.</summary>
/// <param name="Rule">The rule, by its place among the rules.</param>
/// <param name="Position">The place of the fact on the timeline.</param>
/// <param name="Fact">The fact.</param>
internal readonly record struct Hit(int Rule, int Position, Fact Fact);
