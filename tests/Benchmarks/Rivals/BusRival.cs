using MassTransit;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>MassTransit with the hub's topology: topic exchange with a routing key, quorum queue, raw JSON, persistent, with confirms and Mandatory.</summary>
internal abstract class BusRival<T> : IRival
    where T : class
{
    private readonly IBusControl bus;

    protected BusRival(Uri uri, string queue, ushort prefetch, int concurrency)
    {
        bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(uri);
            rabbit.UseRawJsonSerializer();
            rabbit.Publish<T>(topology => topology.ExchangeType = "topic");
            rabbit.Send<T>(topology => topology.UseRoutingKeyFormatter(_ => "employment-started.ocmw-gent"));
            rabbit.ReceiveEndpoint(queue, endpoint =>
            {
                endpoint.ConfigureConsumeTopology = false;
                endpoint.SetQuorumQueue();
                endpoint.PrefetchCount = prefetch;
                endpoint.ConcurrentMessageLimit = concurrency;
                endpoint.Bind<T>(binding =>
                {
                    binding.ExchangeType = "topic";
                    binding.RoutingKey = "#";
                });
                endpoint.Handler<T>(context =>
                {
                    Arrivals.Add(CountOf(context.Message));
                    return Task.CompletedTask;
                });
            });
        });
    }

    protected Arrivals Arrivals { get; } = new();

    protected IBus Bus => bus;

    public Task StartAsync() => bus.StartAsync();

    public async Task RunAsync(int records)
    {
        Arrivals.Expect(records);
        await PublishAsync(records);
        await Arrivals.WaitAsync();
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync();

    protected abstract int CountOf(T message);

    protected abstract Task PublishAsync(int records);
}
