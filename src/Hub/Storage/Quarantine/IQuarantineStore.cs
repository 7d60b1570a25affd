namespace IntegrationHub.Storage.Quarantine;

/// <summary>Records that wait for a person. Stored by the journal with their page; nothing leaves except by a retry that was accepted.</summary>
public interface IQuarantineStore
{
    /// <summary>What rests in quarantine, newest first, without content.</summary>
    Task<IReadOnlyList<QuarantineEntry>> ListAsync(string? source, int max, CancellationToken token);

    /// <summary>One record's content, opened.</summary>
    Task<ReadOnlyMemory<byte>> OpenAsync(long id, CancellationToken token);

    /// <summary>A retry was accepted: the entry is kept as resolved, its content erased.</summary>
    Task ResolveAsync(long id, DateTimeOffset now, CancellationToken token);
}
