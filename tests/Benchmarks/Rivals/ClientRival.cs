using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace IntegrationHub.Benchmarks.Rivals;

/// <summary>
/// RabbitMQ.Client, one record a message: persistent, quorum queue, confirms pipelined, no rate limiter, consumed on a connection of its own; acknowledged one by one, or several at a time.
/// </summary>
internal sealed class ClientRival : IRival
{
    private const string Queue = "benchmark.client";
    private const int InFlight = 1_000;
    private static readonly BasicProperties Persistent = new() { Persistent = true, ContentType = "application/json" };
    private readonly IConnection publishing;
    private readonly IConnection consuming;
    private readonly IChannel publisher;
    private readonly IChannel consumer;
    private readonly Arrivals arrivals = new();
    private readonly ulong acknowledgedAtOnce;

    private ClientRival(IConnection publishing, IChannel publisher, IConnection consuming, IChannel consumer, ulong acknowledgedAtOnce) =>
        (this.publishing, this.publisher, this.consuming, this.consumer, this.acknowledgedAtOnce) = (publishing, publisher, consuming, consumer, acknowledgedAtOnce);

    public static async Task<ClientRival> ConnectAsync(Uri uri, ulong acknowledgedAtOnce)
    {
        var factory = new ConnectionFactory { Uri = uri };
        var outgoing = await factory.CreateConnectionAsync();
        var publish = await outgoing.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null));
        await publish.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, arguments: new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        var incoming = await factory.CreateConnectionAsync();
        var rival = new ClientRival(outgoing, publish, incoming, await incoming.CreateChannelAsync(), acknowledgedAtOnce);
        await rival.ConsumeAsync();
        return rival;
    }

    public async Task RunAsync(int records)
    {
        arrivals.Expect(records);
        var confirms = new Queue<Task>(InFlight);
        for (var i = 0; i < records; i++)
        {
            if (confirms.Count == InFlight)
                await confirms.Dequeue();
            confirms.Enqueue(publisher.BasicPublishAsync("", Queue, mandatory: true, Persistent, JsonSerializer.SerializeToUtf8Bytes(Notice.Of(i))).AsTask());
        }

        await Task.WhenAll(confirms);
        await arrivals.WaitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await publisher.QueueDeleteAsync(Queue, ifUnused: false, ifEmpty: false);
        await consumer.DisposeAsync();
        await publisher.DisposeAsync();
        await consuming.DisposeAsync();
        await publishing.DisposeAsync();
    }

    private async Task ConsumeAsync()
    {
        await consumer.BasicQosAsync(0, InFlight, global: false);
        var received = new AsyncEventingBasicConsumer(consumer);
        received.ReceivedAsync += async (_, delivery) =>
        {
            if (JsonSerializer.Deserialize<Notice>(delivery.Body.Span) is null)
                return;
            if (delivery.DeliveryTag % acknowledgedAtOnce == 0)
                await consumer.BasicAckAsync(delivery.DeliveryTag, multiple: acknowledgedAtOnce > 1);
            arrivals.Add(1);
        };
        await consumer.BasicConsumeAsync(Queue, autoAck: false, received);
    }
}
