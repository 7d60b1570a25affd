using IntegrationHub.Contracts;
using IntegrationHub.Host.Bus;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Detection;

/// <summary>Looks again at citizens when time alone may have changed the answer. Rechecks are durable; with several hosts each may fire twice, which changes nothing.</summary>
internal sealed class RecheckWorker(IHubStore store, DetectionHandler detection, WorkSignals signals, TimeProvider time, ILogger<RecheckWorker> logger) : BackgroundService
{
    private const int Page = 250;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(3);

    /// <summary>What an administrator answered is passed on by the command itself; only one that was cut off leaves it to a hub.</summary>
    private static readonly TimeSpan SettleAgain = TimeSpan.FromMinutes(1);
    private DateTimeOffset settleAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SettleLoadsAsync(stoppingToken);
                if (await RecheckDueAsync(stoppingToken) < Page)
                    await signals.Rechecks.WaitAsync(LookAgain, time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Rechecking failed and is tried again: {Thrown}", Thrown.Describe(exception));
                await Task.Delay(LookAgain, time, stoppingToken);
            }
        }
    }

    /// <summary>Has those looked at again whose held moments were answered and that nobody made due yet.</summary>
    private async Task SettleLoadsAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (now < settleAt)
            return;
        await store.Loads.SettleAsync(now, null, token);
        settleAt = now + SettleAgain;
    }

    /// <summary>Evaluates a page of citizens whose recheck is due and returns how many there were.</summary>
    public async Task<int> RecheckDueAsync(CancellationToken token)
    {
        var due = await store.Detection.DueRechecksAsync(time.GetUtcNow(), Page, token);
        if (due.Count == 0)
            return 0;
        try
        {
            await detection.EvaluateAsync(null, due, token);
        }
        catch (Exception exception) when (due.Count > 1 && !token.IsCancellationRequested)
        {
            logger.LogWarning("Rechecking {Citizens} citizens failed, each is tried by herself: {Thrown}", due.Count, Thrown.Describe(exception));
            await RecheckOneByOneAsync(due, token);
        }

        return due.Count;
    }

    /// <summary>One citizen whose evaluation fails does not hold up the others.</summary>
    private async Task RecheckOneByOneAsync(IReadOnlyList<CitizenRef> due, CancellationToken token)
    {
        foreach (var citizen in due)
        {
            try
            {
                await detection.EvaluateAsync(null, [citizen], token);
            }
            catch (Exception exception) when (!token.IsCancellationRequested)
            {
                logger.LogError("Rechecking {Citizen} failed: {Thrown}", citizen, Thrown.Describe(exception));
            }
        }
    }
}
