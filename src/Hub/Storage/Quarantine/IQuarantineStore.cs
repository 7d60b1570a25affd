namespace IntegrationHub.Storage.Quarantine;

/// <summary>
/// What waits for a person. Records are put there by the journal with their page, facts by the detection. An entry leaves only when its record is accepted after all (from a corrected source, or by a
/// retry), when its fact is tried again, or when somebody gives it up and says why.
/// </summary>
public interface IQuarantineStore
{
    /// <summary>What rests there, by reason and version of the adapter, the largest group first. Without content.</summary>
    Task<IReadOnlyList<QuarantineGroup>> GroupsAsync(QuarantineFilter filter, CancellationToken token);

    /// <summary>What rests there, newest first, without content.</summary>
    Task<IReadOnlyList<QuarantineEntry>> ListAsync(QuarantineFilter? filter, int max, CancellationToken token);

    /// <summary>How many there are, and the largest number among them: what comes later has a larger one.</summary>
    Task<(long Count, long Last)> CountAsync(QuarantineFilter filter, CancellationToken token);

    /// <summary>What rests there in the order of its numbers, page by page: those above <paramref name="after"/>, up to and with <paramref name="last"/>.</summary>
    Task<IReadOnlyList<QuarantineEntry>> PageAsync(QuarantineFilter filter, long after, long last, int max, CancellationToken token);

    /// <summary>One entry's content, opened. Who shows it asks for the permission and writes it in the audit log first.</summary>
    /// <exception cref="KeyNotFoundException">Nothing rests there under this number any more.</exception>
    Task<ReadOnlyMemory<byte>> OpenAsync(long id, CancellationToken token);

    /// <summary>Gives some of it up, nothing above the number <paramref name="last"/>: the content is erased, the entry stays with who did it and why, and the audit log tells of each. Returns how many; fewer than <paramref name="max"/> were the last.</summary>
    Task<int> DiscardAsync(QuarantineFilter filter, long last, string because, string actor, int max, DateTimeOffset now, CancellationToken token);

    /// <summary>Puts facts back into the timelines and has their batches published again. Returns how many.</summary>
    /// <param name="entries">Numbers of entries; what is no fact is passed over.</param>
    /// <param name="now">The time.</param>
    /// <param name="token">Cancels.</param>
    Task<int> ReinstateAsync(IReadOnlyCollection<long> entries, DateTimeOffset now, CancellationToken token);
}
