using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Composition;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Intake;

/// <summary>Keeps every push source of the current wiring listening; one that fails is started again after a pause.</summary>
internal sealed class PushSources(CurrentWiring wiring, Backlog backlog, TimeProvider time, ILogger<PushSources> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>What a source has to stop; one that does not is left behind.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim once = new(1, 1);
    private readonly Dictionary<PluginInstance, Listening> listening = [];

    /// <summary>Stops who is no longer in the wiring and starts who is new: in this order, since a changed source may listen on the same port.</summary>
    public async Task FollowAsync(CancellationToken token)
    {
        await once.WaitAsync(token);
        try
        {
            var wanted = wiring.Value.Sources.All.Where(source => source.Instance.Push is not null).ToDictionary(source => source.Instance);
            await Task.WhenAll(listening.Keys.Where(instance => !wanted.ContainsKey(instance)).ToList().Select(StopAsync));
            foreach (var (instance, source) in wanted.Where(one => !listening.ContainsKey(one.Key)))
            {
                var stop = new CancellationTokenSource();
                listening[instance] = new Listening(source.Id, stop, Task.Run(() => ListenAsync(source, instance.Push!, stop.Token), CancellationToken.None));
            }
        }
        finally
        {
            once.Release();
        }
    }

    public override void Dispose()
    {
        once.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await FollowAsync(stoppingToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await once.WaitAsync(CancellationToken.None);
        await Task.WhenAll(listening.Keys.ToList().Select(StopAsync));
    }

    private async Task StopAsync(PluginInstance instance)
    {
        if (!listening.Remove(instance, out var stopped))
            return;
        try
        {
            await stopped.Stop.CancelAsync().WaitAsync(LongestStop, time);
        }
        catch (Exception exception)
        {
            // Whether it stops nevertheless is seen below; the others must be stopped and started in any case.
            logger.LogWarning("Source {Source} failed while it was told to stop: {Thrown}", stopped.Source, Thrown.Describe(exception));
        }

        try
        {
            await stopped.End.WaitAsync(LongestStop, time);
        }
        catch (TimeoutException)
        {
            logger.LogError("Source {Source} did not stop listening within {Seconds} s and is left behind", stopped.Source, LongestStop.TotalSeconds);
        }
    }

    private async Task ListenAsync(Source source, IPushSource push, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await push.RunAsync(new PacedIntake(source.Intake, backlog), token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                logger.LogError("Source {Source} stopped listening and starts again in {Pause}: {Thrown}", source.Id, Pause, Thrown.Describe(exception));
            }
            catch (Exception)
            {
                // Whatever a source throws when it is told to stop.
                return;
            }

            if (!token.IsCancellationRequested)
                await Task.Delay(Pause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private sealed record Listening(string Source, CancellationTokenSource Stop, Task End);
}
