namespace IntegrationHub.Adapters.Sdk;

/// <summary>A small durable memory of one source, for what is neither a fact nor a place to go on from (who was registered at the source). A key about a citizen is her INSZ, or
/// <c>registered/</c> and her INSZ: so it is found when she is erased.</summary>
public interface ISourceState
{
    /// <summary>What was stored under a key; null when nothing was.</summary>
    Task<string?> GetAsync(string key, CancellationToken token);

    /// <summary>Stores a value, or forgets the key when the value is null. Keys are stored as HMACs and values encrypted, so both may be personal.</summary>
    Task SetAsync(string key, string? value, CancellationToken token);
}
