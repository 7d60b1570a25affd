using System.Globalization;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace IntegrationHub.Adapters.Queue;

/// <summary>Puts each signal into the partner's queue, persistent, and returns when the broker says that it has it; the host retries.</summary>
public sealed class QueueDestination(IOptions<QueueOptions> options, TimeProvider time, Broker broker) : ISignalDestination
{
    private IChannel? declaredOn;

    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var body = SignalEvent.Write(signal, now);
        var properties = new BasicProperties
        {
            MessageId = signal.DeliveryId.ToString("D"),
            ContentType = SignalEvent.ContentType,
            Type = SignalEvent.TypeOf(signal),
            DeliveryMode = DeliveryModes.Persistent,
            Timestamp = new AmqpTimestamp((signal.DecidedAt ?? now).ToUnixTimeSeconds()),
        };
        if (options.Value.ExpireAfterHours is { } hours)
            properties.Expiration = TimeSpan.FromHours(hours).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        try
        {
            await broker.UseAsync((channel, either) => PublishAsync(channel, properties, body, either), token);
        }
        catch (Exception exception) when (exception is not PermanentFailureException && !token.IsCancellationRequested)
        {
            throw BrokerAnswer.Read(exception, options.Value);
        }

        return DeliveryResult.Delivered("confirmed");
    }

    private async Task PublishAsync(IChannel channel, BasicProperties properties, byte[] body, CancellationToken token)
    {
        var settings = options.Value;
        if (settings.Declare && !ReferenceEquals(declaredOn, channel))
        {
            var arguments = new Dictionary<string, object?> { ["x-queue-type"] = settings.QueueType };
            await channel.QueueDeclareAsync(settings.Queue, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: token);
            declaredOn = channel;
        }

        try
        {
            await channel.BasicPublishAsync("", settings.Queue, mandatory: true, properties, body, token);
        }
        catch (PublishException)
        {
            // Perhaps somebody removed the queue.
            declaredOn = null;
            throw;
        }
    }
}
