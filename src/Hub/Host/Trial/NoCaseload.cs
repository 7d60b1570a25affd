using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Trial;

/// <summary>A trial opens no store, so it knows nobody whom the partners help.</summary>
internal sealed class NoCaseload : ICaseload
{
    public IAsyncEnumerable<CaseloadCitizen> ReadAsync(string? after, CancellationToken token) => AsyncEnumerable.Empty<CaseloadCitizen>();
}
