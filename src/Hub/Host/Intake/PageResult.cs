using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>What became of a page.</summary>
/// <param name="Outcomes">Of each record, in the page's order.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="RefusedFiles">Why whole files were refused.</param>
/// <param name="Loss">At the end of a complete export: the records that it no longer holds; null when it holds all.</param>
internal sealed record PageResult(IReadOnlyList<RecordOutcome> Outcomes, IntakeCounts Counts, IReadOnlyList<string> RefusedFiles, SnapshotLoss? Loss);
