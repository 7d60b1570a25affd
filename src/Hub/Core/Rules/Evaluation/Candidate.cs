using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>A fact that fits <c>when</c>.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="At">When it happened by the rule.</param>
/// <param name="Counted">The facts that happened before and count along; null for a rule that does not count.</param>
internal readonly record struct Candidate(Fact Fact, DateTimeOffset At, IReadOnlyList<Fact>? Counted = null);
