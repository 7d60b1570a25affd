using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Composition;

/// <summary>
/// Instances that a rescan replaced or removed. A delivery or a push may still be at work with one: it is disposed when the longest of those has ended, or with the host.
/// </summary>
internal sealed class RetiredInstances(TimeProvider time, ILogger<RetiredInstances> logger) : IAsyncDisposable
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(3);
    private readonly CancellationTokenSource stop = new();
    private readonly List<Task> pending = [];

    public void Add(IEnumerable<PluginInstance> retired)
    {
        lock (pending)
        {
            pending.RemoveAll(one => one.IsCompleted);
            pending.AddRange(retired.Select(DisposeLaterAsync));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(pending);
        stop.Dispose();
    }

    private async Task DisposeLaterAsync(PluginInstance instance)
    {
        await Task.Delay(LongestWork, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await instance.DisposeAsync();
        }
        catch (Exception exception)
        {
            logger.LogWarning("{Id} failed while it was cleaned up: {Thrown}", instance.Id, Thrown.Describe(exception));
        }
    }
}
