using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Host.Intake;

/// <summary>The small durable memory of one source.</summary>
internal sealed class SourceState(string source, IOperationsStore store, Pseudonymiser pseudonyms) : ISourceState
{
    public Task<string?> GetAsync(string key, CancellationToken token) => store.ReadStateAsync(source, pseudonyms.OfStateKey(key), token);

    public Task SetAsync(string key, string? value, CancellationToken token) => store.WriteStateAsync(source, pseudonyms.OfStateKey(key), value, token);
}
