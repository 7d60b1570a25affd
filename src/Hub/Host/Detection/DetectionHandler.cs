using IntegrationHub.Contracts;
using IntegrationHub.Host.Bus;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Detection;

/// <summary>One evaluation, from a batch on the bus or from a recheck: one transaction. A batch that fails three times is cut, and the fact that fails goes to quarantine.</summary>
internal sealed class DetectionHandler(
    IHubStore store, DetectionDecision decision, WorkSignals signals, TimeProvider time, ILogger<DetectionHandler> logger)
{
    private const int MaxFailures = 3;

    public async Task HandleBatchAsync(FactBatch batch, CancellationToken token)
    {
        try
        {
            await EvaluateAsync(batch.Id, CloudEventsBatch.CitizensOf(batch), token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            await HandleFailureAsync(batch, exception, token);
        }
        finally
        {
            signals.Relay.Wake();
        }
    }

    public async Task EvaluateAsync(long? batchId, IReadOnlyCollection<CitizenRef> citizens, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var decidedDeliveries = false;
        var plannedRechecks = false;
        await store.Detection.DetectAsync(
            batchId,
            citizens,
            input =>
            {
                var outcome = decision.Decide(input, now);
                decidedDeliveries = outcome.Withdrawn.Count > 0 || outcome.Signals.Any(signal => signal.Deliveries.Count > 0);
                plannedRechecks = outcome.Rechecks.Values.Any(at => at is not null);
                foreach (var moment in outcome.Detected)
                    logger.LogInformation("Moment {Code} of {Citizen}, from source {Source}", moment.Moment.Code, moment.Moment.Citizen, moment.Moment.Anchor.Source);
                foreach (var signal in outcome.Signals)
                {
                    foreach (var refusal in signal.Refusals)
                        logger.LogWarning("Signal {Signal} refused for {Recipient}: {Reason}", signal.Id, refusal.Recipient.Length == 0 ? "anyone" : refusal.Recipient, refusal.Reason);
                }

                return outcome;
            },
            now,
            token);
        if (decidedDeliveries)
            signals.Delivery.Wake();
        if (plannedRechecks)
            signals.Rechecks.Wake();
    }

    private async Task HandleFailureAsync(FactBatch batch, Exception exception, CancellationToken token)
    {
        var failures = await store.Detection.CountFailureAsync(batch.Id, token);
        logger.LogWarning("Batch {Batch} ({Contract} of {Source}) failed {Failures} times: {Type}", batch.Id, batch.Contract, batch.Source, failures, exception.GetType().Name);
        if (failures < MaxFailures)
            await store.Journal.ReleaseAsync([batch.Id], token);
        else if (CloudEventsBatch.CountOf(batch) > 1)
            await store.Detection.SplitAsync(batch.Id, token);
        else
            await store.Detection.QuarantineBatchAsync(batch.Id, $"Detection failed with {exception.GetType().Name}.", time.GetUtcNow(), token);
    }
}
