using IntegrationHub.Host.Detection;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>Hands a batch to the detection, which marks it processed.</summary>
internal sealed class DetectorConsumer(DetectionHandler detection) : IConsumer<FactBatch>
{
    public Task Consume(ConsumeContext<FactBatch> context) => detection.HandleBatchAsync(context.Message, context.CancellationToken);
}
