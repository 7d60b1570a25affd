namespace IntegrationHub.Core.Rules;

/// <summary>Why a <see cref="PersonCondition"/> does not hold.</summary>
/// <param name="Condition">Which part, as a rule writes it: <c>age</c>, <c>livesAlone</c>, <c>minorChildren</c>, <c>municipality</c>, <c>knownTo.ocmw</c>.</param>
/// <param name="IsUnknown">Whether the facts do not tell; false when they tell otherwise.</param>
public sealed record PersonFailure(string Condition, bool IsUnknown);
