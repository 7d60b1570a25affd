namespace IntegrationHub.Adapters.Sdk;

/// <summary>The one way into the hub.</summary>
public interface IIntake
{
    /// <summary>
    /// Normalises the records and stores facts, quarantined records and checkpoint in one transaction. When it returns, everything of the page is in the journal or in
    /// quarantine; when it throws, nothing is.
    /// </summary>
    /// <remarks>It throws <see cref="RetryLaterException"/> while too much waits to be processed: acknowledge nothing, and have the sender come back after its delay.</remarks>
    /// <returns>What became of each record, in the order of the page.</returns>
    Task<IReadOnlyList<RecordOutcome>> AcceptAsync(SourceBatch batch, CancellationToken token);
}
