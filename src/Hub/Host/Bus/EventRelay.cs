using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// Publishes what the hub tells those who follow it, with confirms. Nobody need follow: what nothing is bound to, the broker drops. A batch whose publish fails, or that a host took and died with, is
/// published again: whoever follows may see an event twice, under one id.
/// </summary>
internal sealed class EventRelay(IHubStore store, HubBus bus, WorkSignals signals, TimeProvider time, ILogger<EventRelay> logger) : BackgroundService
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    /// <summary>Between two rounds: what happens meanwhile goes together in the next, for a round costs two transactions.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var published = await PublishWhatWaitsAsync(stoppingToken);
                if (published == 0)
                    await signals.Events.WaitAsync(LookAgain, time, stoppingToken);
                else if (published < AtOnce)
                    await Task.Delay(Gathering, time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Events could not be published and wait: {Thrown}", Thrown.Describe(exception));
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task<int> PublishWhatWaitsAsync(CancellationToken token)
    {
        var batches = await store.Events.ClaimAsync(AtOnce, Lease, time.GetUtcNow(), token);
        if (batches.Count == 0)
            return 0;
        var failures = await Task.WhenAll(batches.Select(batch => bus.PublishAsync(new EventMessage(batch.Id, batch.Contract, batch.Code, CloudEventsBatch.Write(batch)), token)));
        var published = batches.Where((_, i) => failures[i] is null).Select(batch => batch.Id).ToList();
        if (published.Count > 0)
            await store.Events.RemoveAsync(published, token);
        if (published.Count == batches.Count)
            return published.Count;

        await store.Events.ReleaseAsync([.. batches.Select(batch => batch.Id).Except(published)], token);
        if (failures.Any(failure => failure is OperationCanceledException))
            await bus.RecoverAsync("an event was not confirmed in time", token);
        throw failures.First(failure => failure is not null)!;
    }
}
