using System.Collections.Concurrent;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>Takes deliveries that are due and hands them to their destinations. Each destination goes its own pace: one that is slow or dead does not hold up the others.</summary>
internal sealed class DeliveryWorker(
    IDeliveryStore deliveries, DeliveryAttempt attempt, WorkSignals signals, HubConfiguration configuration, TimeProvider time, ILogger<DeliveryWorker> logger) : BackgroundService
{
    private const int MaxPerDestination = 64;
    private const int AtOnce = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>What is not settled by then is left, so that this host and the next never try one delivery together.</summary>
    private static readonly TimeSpan Deadline = Lease - TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, Task> busy = new();

    /// <summary>This host may hold claims that nobody works on: from before it died, or since the store went away under them.</summary>
    private volatile bool leftBehind = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await TakeDueAsync(stoppingToken);
        }
        finally
        {
            // What is left undone is for the other hosts, or for the next start, at once.
            await Task.WhenAll(busy.Values);
            await deliveries.ReleaseAsync(configuration.Instance, time.GetUtcNow(), CancellationToken.None);
        }
    }

    private async Task TakeDueAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (leftBehind && busy.IsEmpty)
                {
                    // Embedded there is no other host.
                    await deliveries.ReleaseAsync(configuration.Bus.IsRabbitMq ? configuration.Instance : null, time.GetUtcNow(), stoppingToken);
                    leftBehind = false;
                }

                var claimed = await deliveries.ClaimDueAsync(configuration.Instance, time.GetUtcNow(), Lease, MaxPerDestination, [.. busy.Keys], stoppingToken);
                foreach (var destination in claimed.GroupBy(delivery => delivery.Destination))
                    Begin(destination.Key, [.. destination], stoppingToken);
                if (claimed.Count == 0)
                    await signals.Delivery.WaitAsync(await UntilNextAsync(stoppingToken), time, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                leftBehind = true;
                logger.LogWarning("Deliveries could not be taken and are tried again: {Thrown}", Thrown.Describe(exception));
                await Task.Delay(LookAgain, time, stoppingToken);
            }
        }
    }

    private void Begin(string destination, IReadOnlyList<DueDelivery> claimed, CancellationToken token)
    {
        var begin = new TaskCompletionSource();
        busy[destination] = DeliverAsync(begin.Task, destination, claimed, token);
        begin.SetResult();
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken token)
    {
        var wait = await deliveries.NextDueAsync([.. busy.Keys], token) - time.GetUtcNow() ?? LookAgain;
        return wait > LookAgain ? LookAgain : wait < TimeSpan.FromMilliseconds(20) ? TimeSpan.FromMilliseconds(20) : wait;
    }

    private async Task DeliverAsync(Task begin, string destination, IReadOnlyList<DueDelivery> claimed, CancellationToken token)
    {
        await begin;
        try
        {
            using var deadline = new CancellationTokenSource(Deadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, token);
            await Parallel.ForEachAsync(
                claimed,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token },
                async (delivery, each) => await TryAsync(delivery, each));
        }
        catch (OperationCanceledException)
        {
            // Stopped, or too slow: what was not settled is due again.
        }
        finally
        {
            busy.TryRemove(destination, out _);
            signals.Delivery.Wake();
            signals.Events.Wake();
        }
    }

    /// <summary>One delivery that breaks does not break the others.</summary>
    private async Task TryAsync(DueDelivery delivery, CancellationToken token)
    {
        try
        {
            await attempt.TryAsync(delivery, token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            // The store went away under it: this host lets go of the claim as soon as nothing is under way, else it would hold it for minutes.
            leftBehind = true;
            logger.LogWarning("Delivery {Delivery} was not settled and is due again: {Thrown}", delivery.Id, Thrown.Describe(exception));
        }
    }
}
