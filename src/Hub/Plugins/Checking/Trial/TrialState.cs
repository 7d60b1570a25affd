using System.Collections.Concurrent;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Plugins.Checking.Trial;

/// <summary>A source's memory for as long as it is tried.</summary>
public sealed class TrialState : ISourceState
{
    private readonly ConcurrentDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<string?> GetAsync(string key, CancellationToken token) => Task.FromResult(values.GetValueOrDefault(key));

    /// <inheritdoc/>
    public Task SetAsync(string key, string? value, CancellationToken token)
    {
        if (value is null)
            values.TryRemove(key, out _);
        else
            values[key] = value;
        return Task.CompletedTask;
    }
}
