using IntegrationHub.Core.Loads;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Storage.Journal;

/// <summary>What became of a page.</summary>
/// <param name="IsDuplicate">For each accepted record of the page, in its order: true when the journal had this version or a later one.</param>
/// <param name="Counts">What was counted; the same was added to the source's totals in the page's transaction.</param>
/// <param name="Withdrawn">How many of the facts stored are withdrawals.</param>
/// <param name="Batches">Batches made.</param>
/// <param name="Loss">At the end of a complete export: the records that it no longer holds; null when it holds all.</param>
/// <param name="Opened">The page began a load, about which a person is asked; null when it did not.</param>
public sealed record AppendResult(IReadOnlyList<bool> IsDuplicate, IntakeCounts Counts, int Withdrawn, int Batches, SnapshotLoss? Loss = null, LoadReason? Opened = null);
