using IntegrationHub.Core.Loads;

namespace IntegrationHub.Storage.Loads;

/// <summary>A load that was just answered.</summary>
/// <param name="Reason">Why it was asked about.</param>
/// <param name="Until">Its end; null while more may come.</param>
/// <param name="Signalled">How many of its held moments are signalled now.</param>
/// <param name="History">How many of them are history.</param>
public sealed record LoadAnswer(LoadReason Reason, DateTimeOffset? Until, long Signalled, long History);
