using System.Data.Common;
using System.Net.Sockets;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Detection;

/// <summary>One evaluation, from a batch on the bus or from a recheck: one transaction. A batch that fails three times is cut, and the fact that fails goes to quarantine.</summary>
internal sealed class DetectionHandler(
    IHubStore store, Func<DetectionDecision> decisions, WorkSignals signals, BusPulse pulse, TimeProvider time, ILogger<DetectionHandler> logger)
{
    private const int MaxFailures = 3;
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    public async Task HandleBatchAsync(FactBatch batch, CancellationToken token)
    {
        pulse.Begin();
        try
        {
            await EvaluateAsync(batch.Id, CloudEventsBatch.CitizensOf(batch), token);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or IOException or SocketException && !token.IsCancellationRequested)
        {
            // The store's fault and not the batch's: it counts as unpublished once the store answers.
            logger.LogWarning("Batch {Batch} waits for the store: {Thrown}", batch.Id, Thrown.Describe(exception));
            await Task.Delay(StorePause, time, token);
            signals.PublishAgain();
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            await HandleFailureAsync(batch, exception, token);
        }
        finally
        {
            pulse.End();
            signals.Relay.Wake();
        }
    }

    public async Task EvaluateAsync(long? batchId, IReadOnlyCollection<CitizenRef> citizens, CancellationToken token)
    {
        using var trace = HubTelemetry.Traces.StartActivity("detect")?.SetTag("batch", batchId).SetTag("citizens", citizens.Count);
        if (citizens.Count == 1)
            trace?.SetTag("citizen", citizens.First().ToString());
        var now = time.GetUtcNow();
        var decision = decisions();
        DetectionOutcome? decided = null;
        await store.Detection.DetectAsync(
            batchId,
            citizens,
            input => decided = decision.Decide(input, now),
            now,
            token);
        if (decided is not null)
            Follow(decided);
    }

    /// <summary>After the transaction: tells, and wakes who has work now.</summary>
    private void Follow(DetectionOutcome outcome)
    {
        foreach (var signal in outcome.Signals)
            HubTelemetry.CountSignal(signal.Deliveries.Count > 0);
        foreach (var moment in outcome.Detected)
            HubTelemetry.CountMoment(moment.Moment.Code, moment.Moment.Anchor.Source);
        foreach (var moment in outcome.Detected)
            logger.LogInformation("Moment {Code} of {Citizen}, from source {Source}", moment.Moment.Code, moment.Moment.Citizen, moment.Moment.Anchor.Source);
        foreach (var signal in outcome.Signals)
        {
            foreach (var refusal in signal.Refusals)
                logger.LogInformation("Signal {Signal} refused for {Recipient}: {Reason}", signal.Id, refusal.Recipient.Length == 0 ? "anyone" : refusal.Recipient, refusal.Reason);
        }

        var changes = outcome.Withdrawn.Count > 0 || outcome.Corrected.Count > 0 || outcome.Moved.Count > 0;
        if (changes || outcome.Detected.Count > 0 || outcome.Signals.Count > 0)
            signals.Events.Wake();
        if (changes || outcome.Signals.Any(signal => signal.Deliveries.Count > 0))
            signals.Delivery.Wake();
        if (outcome.Rechecks.Values.Any(at => at is not null))
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
