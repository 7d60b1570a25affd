using IntegrationHub.Host.Bus;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Detection;

/// <summary>Looks again at citizens when time alone may have changed the answer. Rechecks are durable; with several hosts each may fire twice, which changes nothing.</summary>
internal sealed class RecheckWorker(IHubStore store, DetectionHandler detection, WorkSignals signals, TimeProvider time, ILogger<RecheckWorker> logger) : BackgroundService
{
    private const int Page = 250;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RecheckDueAsync(stoppingToken) < Page)
                    await signals.Rechecks.WaitAsync(LookAgain, time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Rechecking failed and is tried again: {Type} {Reason}", exception.GetType().Name, exception.Message);
                await Task.Delay(LookAgain, time, stoppingToken);
            }
        }
    }

    /// <summary>Evaluates a page of citizens whose recheck is due and returns how many there were.</summary>
    public async Task<int> RecheckDueAsync(CancellationToken token)
    {
        var due = await store.Detection.DueRechecksAsync(time.GetUtcNow(), Page, token);
        if (due.Count > 0)
            await detection.EvaluateAsync(null, due, token);
        return due.Count;
    }
}
