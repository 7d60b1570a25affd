using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;

namespace IntegrationHub.Host.Bus;

/// <summary>Puts facts and events on the bus as CloudEvents; whatever MassTransit itself sends goes as raw JSON.</summary>
internal sealed class CloudEventsSerializer : IMessageSerializer, IMessageDeserializer, ISerializerFactory
{
    private static readonly ContentType Batch = new(CloudEventsBatch.ContentType);
    private readonly SystemTextJsonRawMessageSerializer rawJson = new();

    public ContentType ContentType => Batch;

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
    {
        ReadOnlyMemory<byte>? events = context.Message switch
        {
            FactBatch facts => facts.Body,
            EventMessage told => told.Body,
            _ => null,
        };
        context.ContentType = events is null ? rawJson.ContentType : Batch;
        return events is { } body ? new MemoryMessageBody(body) : rawJson.GetMessageBody(context);
    }

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        new CloudEventsContext(CloudEventsBatch.Read(body.GetBytes()), new RawMessageContext(headers, destinationAddress, RawSerializerOptions.Default));

    public void Probe(ProbeContext context) => context.CreateScope("cloudevents").Add("contentType", Batch.MediaType);
}
