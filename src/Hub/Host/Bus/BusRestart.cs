using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// Gets the bus back to where what is published finds its queue. After a lost connection it declares exchanges, queues and bindings anew by itself, and to interrupt it then, again and
/// again, would never end; a bus that says it is well, and is not (a binding was deleted), is stopped and started.
/// </summary>
internal sealed class BusRestart(IBusControl bus, TimeProvider time, ILogger<BusRestart> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenRestarts = TimeSpan.FromSeconds(10);
    private bool isRestarting;
    private long? restartedAt;

    /// <summary>Throws when the bus does not come back in time, for the caller to try again: stopping twice and starting twice do no harm.</summary>
    public async Task RecoverAsync(string reason, CancellationToken token)
    {
        if (isRestarting || (bus.CheckHealth().Status == BusHealthStatus.Healthy && !RestartedJustNow()))
        {
            logger.LogWarning("Restarting the bus, since {Reason}", reason);
            isRestarting = true;
            await WithPatienceAsync(bus.StopAsync, token);
            await WithPatienceAsync(bus.StartAsync, token);
            isRestarting = false;
            restartedAt = time.GetTimestamp();
        }

        await WithPatienceAsync(either => bus.WaitForHealthStatus(BusHealthStatus.Healthy, either), token);
    }

    private bool RestartedJustNow() => restartedAt is { } at && time.GetElapsedTime(at) < BetweenRestarts;

    private async Task WithPatienceAsync(Func<CancellationToken, Task> step, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        await step(either.Token);
    }
}
