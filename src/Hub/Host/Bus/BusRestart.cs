using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>Stops and starts the bus, which declares exchanges, queues and bindings anew: after the broker was wiped, or lost what was declared.</summary>
internal sealed class BusRestart(IBusControl bus, ILogger<BusRestart> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task RestartAsync(string reason, CancellationToken token)
    {
        logger.LogWarning("Restarting the bus, since {Reason}", reason);
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, token);
        await bus.StopAsync(either.Token);
        await bus.StartAsync(either.Token);
    }
}
