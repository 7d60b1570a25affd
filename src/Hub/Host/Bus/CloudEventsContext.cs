using System.Diagnostics.CodeAnalysis;
using MassTransit;
using MassTransit.Serialization;

namespace IntegrationHub.Host.Bus;

/// <summary>A received fact batch, as MassTransit asks for it.</summary>
internal sealed class CloudEventsContext(FactBatch batch, MessageContext context)
    : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, context, [MessageUrn.ForTypeString<FactBatch>()])
{
    public override bool IsSupportedMessageType<T>() => typeof(T) == typeof(FactBatch);

    public override bool IsSupportedMessageType(Type messageType) => messageType == typeof(FactBatch);

    public override bool TryGetMessage<T>([NotNullWhen(true)] out T? message)
        where T : class
    {
        message = batch as T;
        return message is not null;
    }

    public override bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
    {
        message = messageType == typeof(FactBatch) ? batch : null;
        return message is not null;
    }

    public override IMessageSerializer GetMessageSerializer() => new CloudEventsSerializer();

    public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => new CloudEventsSerializer();

    public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => new CloudEventsSerializer();

    public override Dictionary<string, object> ToDictionary<T>(T? message)
        where T : class => new(StringComparer.OrdinalIgnoreCase);
}
