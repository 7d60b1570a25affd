using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>A destination of a test. Its options skip validation, so that a test need not wait five seconds.</summary>
internal sealed class Destination : IAsyncDisposable
{
    private readonly Broker broker;
    private readonly QueueDestination destination;
    private readonly QueueConnectionCheck check;

    public Destination(Uri address, string queue, Action<QueueOptions>? change = null)
    {
        var settings = new QueueOptions { Uri = "env:QUEUE", Queue = queue, Declare = true };
        change?.Invoke(settings);
        var options = Options.Create(settings);
        broker = new Broker(options, new FixedSecrets(("env:QUEUE", address.OriginalString)), TimeProvider.System);
        destination = new QueueDestination(options, TimeProvider.System, broker);
        check = new QueueConnectionCheck(options, broker);
    }

    public Task<DeliveryResult> DeliverAsync(SignalReady signal) => destination.DeliverAsync(signal, TestContext.Current.CancellationToken);

    public Task<CheckResult> CheckAsync() => check.CheckAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => broker.DisposeAsync();
}
