using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// Has the relay publish again what is unprocessed whenever the detector's endpoint comes (back) to the broker: the broker may have been wiped meanwhile, and what it lost would otherwise wait
/// for minutes. What it did not lose is recognised as processed when it comes twice.
/// </summary>
internal sealed class BrokerWatch(WorkSignals signals) : IReceiveEndpointObserver
{
    public Task Ready(ReceiveEndpointReady ready)
    {
        signals.PublishAgain();
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
}
