namespace IntegrationHub.Storage.Erasure;

/// <summary>What was erased of a citizen.</summary>
/// <param name="Facts">Versions of facts about her.</param>
/// <param name="Replaced">Versions of facts about others in which somebody unknown took her place.</param>
/// <param name="Moments">Moments.</param>
/// <param name="Signals">Signals of which nothing else remained.</param>
/// <param name="Deliveries">Their deliveries.</param>
/// <param name="Quarantined">Quarantined records.</param>
/// <param name="States">What sources remembered of her.</param>
/// <param name="Recipients">The partners who received something about her: what they have is not the hub's to erase.</param>
public sealed record ErasedCitizen(int Facts, int Replaced, int Moments, int Signals, int Deliveries, int Quarantined, int States, IReadOnlyList<string> Recipients);
