using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Storage.Ledger;

/// <summary>What came of one source.</summary>
/// <param name="Source">Its id.</param>
/// <param name="Intake">What the intake counted: read = accepted + duplicate + quarantined.</param>
/// <param name="InQuarantine">Records and facts that wait there for a person now.</param>
/// <param name="Journal">The batches in the journal.</param>
/// <param name="Moments">What became of its moments.</param>
/// <param name="Signals">The signals that began with one of its moments.</param>
/// <param name="Deliveries">What became of these, telling by telling.</param>
/// <param name="Missing">What does not add up; nothing when all does.</param>
public sealed record SourceLedger(
    string Source, IntakeCounts Intake, long InQuarantine, JournalLedger Journal, MomentLedger Moments, long Signals, DeliveryLedger Deliveries, IReadOnlyList<LedgerGap> Missing)
{
    /// <summary>Records and facts that were given up, by a person or past their term: they are in no timeline.</summary>
    public long Discarded { get; init; }
}
