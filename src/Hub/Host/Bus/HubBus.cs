using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Detection;
using IntegrationHub.Plugins.Loading;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>
/// The bus of this host. After a lost connection MassTransit connects and declares exchanges, queues and bindings anew by itself, and is left to it. A bus that says it is well and is not (a binding
/// was deleted), or that does not get well (its client can hang for ever when the broker goes away while it publishes: rabbitmq-dotnet-client issue 1930), is replaced by a new one.
/// </summary>
internal sealed class HubBus : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(5);
    private readonly BusConfiguration configuration;
    private readonly DetectionHandler detection;
    private readonly BrokerWatch watch;
    private readonly TimeProvider time;
    private readonly ILogger<HubBus> logger;
    private readonly SemaphoreSlim recovering = new(1, 1);
    private IBusControl bus;
    private long? replacedAt;

    public HubBus(HubConfiguration configuration, DetectionHandler detection, WorkSignals signals, TimeProvider time, ILoggerFactory loggers)
    {
        (this.configuration, this.detection, this.time) = (configuration.Bus, detection, time);
        watch = new BrokerWatch(signals);
        logger = loggers.CreateLogger<HubBus>();
        LogContext.ConfigureCurrentLogContext(loggers);
        bus = Create();
    }

    /// <summary>Does not wait for the broker: what is published before it answers waits.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Start(bus);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => InTimeAsync(bus.StopAsync, LongestStop, cancellationToken);

    public void Dispose() => recovering.Dispose();

    /// <summary>Publishes with confirm and Mandatory: returned when nothing is bound.</summary>
    public Task PublishAsync(FactBatch batch, CancellationToken token) => bus.Publish(batch, context => context.Mandatory = true, token);

    /// <summary>Publishes with confirm. Nothing need be bound.</summary>
    public Task PublishAsync(EventMessage told, CancellationToken token) => bus.Publish(told, token);

    /// <summary>Called when messages come back or are not confirmed. Returns when the bus is well again, or was replaced.</summary>
    public async Task RecoverAsync(string reason, CancellationToken token)
    {
        // Both relays may ask at the same time: the second finds what the first mended.
        await recovering.WaitAsync(token);
        try
        {
            await RecoverAloneAsync(reason, token);
        }
        finally
        {
            recovering.Release();
        }
    }

    private async Task RecoverAloneAsync(string reason, CancellationToken token)
    {
        var mayBeTrusted = bus.CheckHealth().Status != BusHealthStatus.Healthy || (replacedAt is { } at && time.GetElapsedTime(at) < Patience);
        if (mayBeTrusted && await InTimeAsync(either => bus.WaitForHealthStatus(BusHealthStatus.Healthy, either), Patience, token))
            return;
        logger.LogWarning("The bus is replaced by a new one, since {Reason}", reason);
        var former = bus;
        bus = Create();
        replacedAt = time.GetTimestamp();
        if (!await InTimeAsync(former.StopAsync, LongestStop, token))
            logger.LogWarning("The former bus did not stop in time and is left behind");
        Start(bus);
        await InTimeAsync(either => bus.WaitForHealthStatus(BusHealthStatus.Healthy, either), Patience, token);
    }

    private IBusControl Create()
    {
        var created = BusTopology.Create(configuration, detection);
        created.ConnectReceiveEndpointObserver(watch);
        return created;
    }

    private void Start(IBusControl started) => _ = ReportAsync(started.StartAsync(CancellationToken.None));

    private async Task ReportAsync(Task start)
    {
        try
        {
            await start;
        }
        catch (Exception exception)
        {
            logger.LogWarning("The bus did not start: {Thrown}", Thrown.Describe(exception));
        }
    }

    /// <summary>Whether a step came to its end in time; one that does not heed its token is left behind.</summary>
    private async Task<bool> InTimeAsync(Func<CancellationToken, Task> step, TimeSpan patience, CancellationToken token)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            await step(either.Token).WaitAsync(either.Token);
            return true;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            if (exception is not OperationCanceledException)
                logger.LogWarning("The bus did not do as it was asked: {Thrown}", Thrown.Describe(exception));
            return false;
        }
    }
}
