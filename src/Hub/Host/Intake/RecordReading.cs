using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Quarantine;

namespace IntegrationHub.Host.Intake;

/// <summary>What became of one record before it is stored: accepted or quarantined, never both.</summary>
/// <param name="Accepted">For the journal; null when it is quarantined.</param>
/// <param name="Quarantined">For the quarantine; null when it is accepted.</param>
/// <param name="Rejections">Why it is quarantined.</param>
/// <param name="Minimised">How many of its facts no authorisation names; they are not stored.</param>
internal sealed record RecordReading(JournalRecord? Accepted, QuarantinedRecord? Quarantined, IReadOnlyList<Rejection> Rejections, int Minimised);
