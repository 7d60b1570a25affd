namespace IntegrationHub.Storage.Quarantine;

/// <summary>Records that wait for a person. Stored by the journal with their page; an entry leaves when its record is accepted after all: from a corrected source, or by a retry.</summary>
public interface IQuarantineStore
{
    /// <summary>What rests in quarantine, newest first, without content.</summary>
    Task<IReadOnlyList<QuarantineEntry>> ListAsync(string? source, int max, CancellationToken token);

    /// <summary>One record's content, opened.</summary>
    Task<ReadOnlyMemory<byte>> OpenAsync(long id, CancellationToken token);
}
