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
    private static readonly TimeSpan LongestPublish = TimeSpan.FromSeconds(15);
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

    /// <summary>Whether it is connected, and its consumer too.</summary>
    public bool IsWell => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    /// <summary>Does not wait for the broker: what is published before it answers waits.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Start(bus);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => InTimeAsync(bus.StopAsync, LongestStop, cancellationToken);

    public void Dispose() => recovering.Dispose();

    /// <summary>Publishes with confirm and Mandatory: returned when nothing is bound.</summary>
    /// <returns>Why it is not published; null when it is. <see cref="OperationCanceledException"/> when it was not confirmed in time.</returns>
    public Task<Exception?> PublishAsync(FactBatch batch, CancellationToken token) => FailureAsync(either => bus.Publish(batch, context => context.Mandatory = true, either), LongestPublish, token);

    /// <summary>Publishes with confirm. Nothing need be bound.</summary>
    /// <returns>As for a batch of facts.</returns>
    public Task<Exception?> PublishAsync(EventMessage told, CancellationToken token) => FailureAsync(either => bus.Publish(told, either), LongestPublish, token);

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
        var failure = await FailureAsync(step, patience, token);
        if (failure is not null and not OperationCanceledException)
            logger.LogWarning("The bus did not do as it was asked: {Thrown}", Thrown.Describe(failure));
        return failure is null;
    }

    /// <summary>Why a step did not come to its end in time; null when it did.</summary>
    private async Task<Exception?> FailureAsync(Func<CancellationToken, Task> step, TimeSpan patience, CancellationToken token)
    {
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            // A client that hangs does not heed its token.
            await step(either.Token).WaitAsync(either.Token);
            return null;
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            return exception;
        }
    }
}
