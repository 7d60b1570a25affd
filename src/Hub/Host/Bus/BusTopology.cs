using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Detection;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>What the bus consists of: in memory or on RabbitMQ, the same.</summary>
internal static class BusTopology
{
    public const string DetectorQueue = "integrationhub.detector";
    private const int Prefetch = 16;
    private const int Concurrency = 2;

    /// <summary>A bus that is not started yet.</summary>
    public static IBusControl Create(BusConfiguration bus, DetectionHandler detection) => bus.IsRabbitMq
        ? MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit => ConfigureRabbit(rabbit, bus, detection))
        : MassTransit.Bus.Factory.CreateUsingInMemory(memory => ConfigureMemory(memory, detection));

    private static void ConfigureRabbit(IRabbitMqBusFactoryConfigurator rabbit, BusConfiguration bus, DetectionHandler detection)
    {
        rabbit.Host(bus.Uri!, host =>
        {
            if (bus.Uri!.Scheme == "amqps")
                BusTls.Use(host, bus);
        });
        UseCloudEvents(rabbit);
        // Also that of the events, which nothing of the hub itself takes: who follows finds it before there was a first one.
        rabbit.DeployPublishTopology = true;
        rabbit.Publish<FactBatch>(Lasting);
        rabbit.Publish<EventMessage>(Lasting);
        rabbit.Send<FactBatch>(topology => topology.UseRoutingKeyFormatter(send => RoutingKey(send.Message)));
        rabbit.Send<EventMessage>(topology => topology.UseRoutingKeyFormatter(send => RoutingKey(send.Message)));
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
            ConfigureDetector(endpoint, detection);
        });
    }

    private static void ConfigureMemory(IInMemoryBusFactoryConfigurator memory, DetectionHandler detection)
    {
        UseCloudEvents(memory);
        memory.ReceiveEndpoint(DetectorQueue, endpoint => ConfigureDetector(endpoint, detection));
    }

    private static void UseCloudEvents(IBusFactoryConfigurator configurator)
    {
        var serializer = new CloudEventsSerializer();
        configurator.AddSerializer(serializer);
        configurator.AddDeserializer(serializer, isDefault: true);
    }

    /// <summary>A message that fails is dropped: the journal holds it and publishes it again. No personal data rests in an error queue.</summary>
    private static void ConfigureDetector(IReceiveEndpointConfigurator endpoint, DetectionHandler detection)
    {
        endpoint.PublishFaults = false;
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        endpoint.ConcurrentMessageLimit = Concurrency;
        endpoint.Consumer(() => new DetectorConsumer(detection));
    }

    /// <summary>MassTransit takes a message type that is not public for a passing one: its exchange, with what is bound to it, would go with the broker's restart.</summary>
    private static void Lasting(IRabbitMqMessagePublishTopologyConfigurator topology)
    {
        topology.ExchangeType = "topic";
        topology.Durable = true;
        topology.AutoDelete = false;
    }

    private static string RoutingKey(FactBatch batch) => $"{batch.Contract}.{batch.Source}";

    private static string RoutingKey(EventMessage told) => $"{told.Contract}.{told.Code}";
}
