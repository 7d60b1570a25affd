using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// Publishes the journal's unpublished batches, with confirms and Mandatory. At most 200 batches of this host are unprocessed on the bus; the rest waits in the journal. A batch whose publish
/// fails, or which the broker returns because nothing is bound, counts as unpublished; so does, when the host starts or the broker comes back, what is not processed.
/// </summary>
internal sealed class Relay(
    IHubStore store, HubBus bus, WorkSignals signals, HubConfiguration configuration, TimeProvider time, ILogger<Relay> logger) : BackgroundService
{
    private const int MaxInFlight = 200;
    // What this host stores wakes the relay; only what another host lets go of is found by looking, ever less often while there is nothing.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookSeldom = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private string? recoverBecause;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = LookAgain;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (recoverBecause is not null)
                    await bus.RecoverAsync(recoverBecause, stoppingToken);
                recoverBecause = null;
                if (signals.TakePublishAgain())
                    await store.Journal.ReleaseUnprocessedAsync(configuration.Bus.IsRabbitMq ? configuration.Instance : null, stoppingToken);
                var published = await PublishWhatWaitsAsync(stoppingToken);
                if (published == 0)
                    await signals.Relay.WaitAsync(pause, time, stoppingToken);
                pause = published > 0 ? LookAgain : TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, LookSeldom.Ticks));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                signals.PublishAgain();
                logger.LogWarning("The relay could not publish and tries again: {Thrown}", Thrown.Describe(exception));
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task<int> PublishWhatWaitsAsync(CancellationToken token)
    {
        var batches = await store.Journal.ClaimForPublishingAsync(configuration.Instance, MaxInFlight, configuration.Bus.RepublishAfter, time.GetUtcNow(), token);
        if (batches.Count == 0)
            return 0;
        using var trace = HubTelemetry.Traces.StartActivity("publish")?.SetTag("batches", batches.Count);
        foreach (var batch in batches)
            HubTelemetry.CountPublished(batch.Source, batch.Contract);
        var failures = await Task.WhenAll(batches.Select(batch => bus.PublishAsync(new FactBatch(batch.Id, batch.Source, batch.Contract, CloudEventsBatch.Write(batch)), token)));
        var failed = batches.Where((_, i) => failures[i] is not null).Select(batch => batch.Id).ToList();
        if (failed.Count == 0)
            return batches.Count;

        await store.Journal.ReleaseAsync(failed, token);
        var first = failures.First(failure => failure is not null)!;
        logger.LogWarning("{Failed} of {Batches} batches were not published and wait: {Thrown}", failed.Count, batches.Count, Thrown.Describe(first));
        if (failures.Any(failure => failure is MessageReturnedException))
            recoverBecause = "a message was returned: nothing is bound";
        else if (failures.Any(failure => failure is OperationCanceledException))
            recoverBecause = "a message was not confirmed in time";
        await Task.Delay(AfterFailure, time, token);
        return 0;
    }
}
