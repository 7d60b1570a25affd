using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Trial;

/// <summary>The memory of a source for as long as a trial lasts.</summary>
internal sealed class ForgottenState : ISourceState
{
    private readonly ConcurrentDictionary<string, string> values = new();

    public Task<string?> GetAsync(string key, CancellationToken token) => Task.FromResult(values.GetValueOrDefault(key));

    public Task SetAsync(string key, string? value, CancellationToken token)
    {
        if (value is null)
            values.TryRemove(key, out _);
        else
            values[key] = value;
        return Task.CompletedTask;
    }
}
