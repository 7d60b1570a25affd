using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;

namespace IntegrationHub.Storage.Detection;

/// <summary>One transaction of detection.</summary>
public interface IDetectionStore
{
    /// <summary>
    /// In one transaction: skips when the batch is processed already; locks every citizen to be evaluated (those asked for and those who share or shared a household with them)
    /// <c>ORDER BY ref FOR UPDATE</c>; then, in a second statement, loads the facts; calls <paramref name="detect"/>; stores what it decided; marks the batch processed.
    /// </summary>
    /// <param name="batchId">The batch to mark; null for a recheck.</param>
    /// <param name="citizens">The citizens the batch (or the recheck) touches, others named by its facts included. Merged references are followed.</param>
    /// <param name="detect">Pure. May be called again when the transaction is retried (serialisation, deadlock).</param>
    /// <param name="now">Stored as the time of detection.</param>
    /// <param name="token">Cancels.</param>
    /// <returns>False when the batch was processed already.</returns>
    Task<bool> DetectAsync(
        long? batchId, IReadOnlyCollection<CitizenRef> citizens, Func<DetectionInput, DetectionOutcome> detect, DateTimeOffset now, CancellationToken token);

    /// <summary>Citizens whose recheck is due, oldest first. A recheck stays until an evaluation replaces or removes it.</summary>
    Task<IReadOnlyList<CitizenRef>> DueRechecksAsync(DateTimeOffset now, int max, CancellationToken token);

    /// <summary>Cuts a batch that failed into batches of one fact each, unpublished, and marks it processed, so that the fact that fails can be told from the others.</summary>
    Task SplitAsync(long batchId, CancellationToken token);

    /// <summary>Counts a failed attempt at a batch and returns how many there were.</summary>
    Task<int> CountFailureAsync(long batchId, CancellationToken token);

    /// <summary>Puts the one fact of a batch in quarantine (it stays in the journal, marked, and is left out of timelines) and marks the batch processed.</summary>
    Task QuarantineBatchAsync(long batchId, string reason, DateTimeOffset now, CancellationToken token);
}
