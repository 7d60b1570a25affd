namespace IntegrationHub.Storage.Operations;

/// <summary>What administrators look at: runs of sources, pauses, totals; and the small memory of sources.</summary>
public interface IOperationsStore
{
    Task<long> StartRunAsync(string source, string trigger, DateTimeOffset now, CancellationToken token);

    /// <summary>Ends a run: result <c>done</c>, <c>nothing to read</c>, <c>refused</c>, <c>failed</c>, <c>later</c> or <c>cancelled</c>, a reason when there is one, and what was counted.</summary>
    Task FinishRunAsync(long run, string result, string? reason, IntakeCounts counts, DateTimeOffset now, CancellationToken token);

    /// <summary>Each source's last run, and its counts since the beginning.</summary>
    Task<IReadOnlyList<SourceOverview>> SourcesAsync(CancellationToken token);

    /// <summary>Facts, moments, signals, deliveries in all.</summary>
    Task<Totals> TotalsAsync(CancellationToken token);

    /// <summary>What happened since a time.</summary>
    Task<Changes> ChangesSinceAsync(DateTimeOffset since, CancellationToken token);

    /// <summary>Remembers what a key makes of a fixed text the first time; afterwards says whether this key makes the same of it.</summary>
    Task<bool> IsKnownKeyAsync(string keyId, byte[] check, CancellationToken token);

    /// <summary>Leaves a source alone on its schedule until it is resumed, or until a time.</summary>
    Task PauseAsync(string source, string reason, DateTimeOffset? resumeAt, CancellationToken token);

    Task ResumeAsync(string source, CancellationToken token);

    Task<string?> ReadStateAsync(string source, byte[] keyHash, CancellationToken token);

    /// <summary>Stores a value sealed; null forgets the key.</summary>
    Task WriteStateAsync(string source, byte[] keyHash, string? value, CancellationToken token);
}
