using System.Collections.Concurrent;
using IntegrationHub.Host.Bus;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>Takes deliveries that are due and hands them to their destinations. Each destination goes its own pace: one that is slow or dead does not hold up the others.</summary>
internal sealed class DeliveryWorker(IDeliveryStore deliveries, DeliveryAttempt attempt, WorkSignals signals, TimeProvider time, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int MaxPerDestination = 64;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Task> busy = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await deliveries.ClaimDueAsync(time.GetUtcNow(), Lease, MaxPerDestination, [.. busy.Keys], stoppingToken);
                foreach (var destination in claimed.GroupBy(delivery => delivery.Destination))
                    busy[destination.Key] = DeliverAsync(destination.Key, [.. destination], stoppingToken);
                if (claimed.Count == 0)
                    await signals.Delivery.WaitAsync(await UntilNextAsync(stoppingToken), time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Deliveries could not be taken and are tried again: {Type} {Reason}", exception.GetType().Name, exception.Message);
                await Task.Delay(LookAgain, time, stoppingToken);
            }
        }

        await Task.WhenAll(busy.Values);
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken token)
    {
        var wait = await deliveries.NextDueAsync(token) - time.GetUtcNow() ?? LookAgain;
        return wait > LookAgain ? LookAgain : wait < TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : wait;
    }

    private async Task DeliverAsync(string destination, IReadOnlyList<DueDelivery> claimed, CancellationToken token)
    {
        await Task.Yield();
        try
        {
            await Parallel.ForEachAsync(
                claimed,
                new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = token },
                async (delivery, each) => await attempt.TryAsync(delivery, each));
        }
        catch (Exception exception)
        {
            // What was not settled becomes due again when its lease ends.
            if (!token.IsCancellationRequested)
                logger.LogWarning("Deliveries to {Destination} were interrupted: {Type} {Reason}", destination, exception.GetType().Name, exception.Message);
        }
        finally
        {
            busy.TryRemove(destination, out _);
            signals.Delivery.Wake();
        }
    }
}
