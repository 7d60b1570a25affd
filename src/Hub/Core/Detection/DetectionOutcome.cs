using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Detection;

/// <summary>What an evaluation decided, to be stored in the same transaction.</summary>
/// <param name="Detected">Moments that are new, or stand again after a withdrawal (the same id).</param>
/// <param name="Withdrawn">Ids of moments that lost their ground. Their pending deliveries are cancelled; to each recipient that has the signal a withdrawal is delivered.</param>
/// <param name="Signals">New signals with their deliveries and refusals.</param>
/// <param name="Rechecks">For each evaluated citizen when to look again; null removes what was planned. A citizen that is absent keeps hers.</param>
public sealed record DetectionOutcome(
    IReadOnlyList<StoredMoment> Detected,
    IReadOnlyList<Guid> Withdrawn,
    IReadOnlyList<NewSignal> Signals,
    IReadOnlyDictionary<CitizenRef, DateTimeOffset?> Rechecks);
