using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>Stops and starts the bus, which declares exchanges, queues and bindings anew: after the broker was wiped, or lost what was declared.</summary>
internal sealed class BusRestart(IBusControl bus, TimeProvider time, ILogger<BusRestart> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Throws when the bus does not come back in time, for the caller to try again: stopping twice and starting twice do no harm.</summary>
    public async Task RestartAsync(string reason, CancellationToken token)
    {
        logger.LogWarning("Restarting the bus, since {Reason}", reason);
        await WithPatienceAsync(bus.StopAsync, token);
        await WithPatienceAsync(bus.StartAsync, token);
    }

    private async Task WithPatienceAsync(Func<CancellationToken, Task> step, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        await step(either.Token);
    }
}
