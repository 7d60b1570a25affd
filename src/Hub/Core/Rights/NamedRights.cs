using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Rights;

/// <summary>The rights that a rule names for a moment that it found.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Rights">Ids, as the rule orders them.</param>
public sealed record NamedRights(Moment Moment, IReadOnlyList<string> Rights);
