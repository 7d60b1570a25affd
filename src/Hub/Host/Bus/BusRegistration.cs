using IntegrationHub.Host.Configuration;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>The bus: in memory or RabbitMQ, with the same topology.</summary>
internal static class BusRegistration
{
    public const string DetectorQueue = "integrationhub.detector";
    private const int Prefetch = 16;
    private const int Concurrency = 2;

    public static void AddHubBus(this IServiceCollection services, BusConfiguration bus)
    {
        services.AddReceiveEndpointObserver<BrokerWatch>();
        services.AddMassTransit(registration =>
        {
            registration.DisableUsageTelemetry();
            registration.AddConsumer<DetectorConsumer>();
            if (bus.IsRabbitMq)
                registration.UsingRabbitMq((context, rabbit) => ConfigureRabbit(context, rabbit, bus.Uri!));
            else
                registration.UsingInMemory(ConfigureMemory);
        });
        services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = false);
    }

    private static void ConfigureRabbit(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, Uri uri)
    {
        rabbit.Host(uri);
        UseCloudEvents(rabbit);
        rabbit.Publish<FactBatch>(topology =>
        {
            topology.ExchangeType = "topic";
            // MassTransit takes a message type that is not public for a passing one: its exchange, with what is bound to it, would go with the broker's restart.
            topology.Durable = true;
            topology.AutoDelete = false;
        });
        rabbit.Send<FactBatch>(topology => topology.UseRoutingKeyFormatter(send => RoutingKey(send.Message)));
        rabbit.ReceiveEndpoint(DetectorQueue, endpoint =>
        {
            endpoint.ConfigureConsumeTopology = false;
            endpoint.SetQuorumQueue();
            endpoint.SetQueueArgument("x-delivery-limit", 10);
            endpoint.PrefetchCount = Prefetch;
            endpoint.Bind<FactBatch>(binding =>
            {
                binding.ExchangeType = "topic";
                binding.Durable = true;
                binding.AutoDelete = false;
                binding.RoutingKey = "#";
            });
            ConfigureDetector(context, endpoint);
        });
    }

    private static void ConfigureMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator memory)
    {
        UseCloudEvents(memory);
        memory.ReceiveEndpoint(DetectorQueue, endpoint => ConfigureDetector(context, endpoint));
    }

    private static void UseCloudEvents(IBusFactoryConfigurator configurator)
    {
        var serializer = new CloudEventsSerializer();
        configurator.AddSerializer(serializer);
        configurator.AddDeserializer(serializer, isDefault: true);
    }

    /// <summary>A message that fails is dropped: the journal holds it and publishes it again. No personal data rests in an error queue.</summary>
    private static void ConfigureDetector(IBusRegistrationContext context, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PublishFaults = false;
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        endpoint.ConcurrentMessageLimit = Concurrency;
        endpoint.ConfigureConsumer<DetectorConsumer>(context);
    }

    private static string RoutingKey(FactBatch batch) => $"{batch.Contract}.{batch.Source}";
}
