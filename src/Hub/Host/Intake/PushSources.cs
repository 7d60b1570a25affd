using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Loading;

namespace IntegrationHub.Host.Intake;

/// <summary>Keeps every push source listening; one that fails is started again after a pause.</summary>
internal sealed class PushSources(SourceCatalog sources, TimeProvider time, ILogger<PushSources> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sources.All.Where(source => source.Instance.Push is not null).Select(source => ListenAsync(source, source.Instance.Push!, stoppingToken)));

    private async Task ListenAsync(Source source, IPushSource push, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await push.RunAsync(source.Intake, token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                logger.LogError("Source {Source} stopped listening and starts again in {Pause}: {Thrown}", source.Id, Pause, Thrown.Describe(exception));
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (!token.IsCancellationRequested)
                await Task.Delay(Pause, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
