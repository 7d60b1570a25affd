using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Detection;

/// <summary>What an evaluation decided, to be stored in the same transaction.</summary>
/// <param name="Detected">Moments that are new, or stand again after a withdrawal, or are decided after they were held or left a signal (the same id).</param>
/// <param name="Withdrawn">Ids of moments that lost their ground. A signal whose last moment goes is withdrawn; who sees nothing in it any more has it withdrawn, the others get an update.</param>
/// <param name="Signals">For each moment that is signalled now, its signal with deliveries and refusals.</param>
/// <param name="Rechecks">For each evaluated citizen when to look again; null removes what was planned. A citizen that is absent keeps hers.</param>
public sealed record DetectionOutcome(
    IReadOnlyList<StoredMoment> Detected,
    IReadOnlyList<Guid> Withdrawn,
    IReadOnlyList<NewSignal> Signals,
    IReadOnlyDictionary<CitizenRef, DateTimeOffset?> Rechecks)
{
    /// <summary>Moments that stand and are not what is stored.</summary>
    public IReadOnlyList<MomentCorrection> Corrected { get; init; } = [];

    /// <summary>Moments that go over to another signal: two references turned out to be one person, and one situation is one signal.</summary>
    public IReadOnlyList<MomentMove> Moved { get; init; } = [];

    /// <summary>Moments that leave the signal that they were in, as they were stored: people parted who shared it, or it is objected to. What becomes of each is among <see cref="Detected"/>.</summary>
    public IReadOnlyList<StoredMoment> Left { get; init; } = [];
}
