using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>One attempt at one delivery: the gate, the content, the destination, and what became of it.</summary>
internal sealed class DeliveryAttempt(
    IDeliveryStore deliveries, Func<string, ISignalDestination?> destinations, SignalContent content, TimeProvider time, ILogger<DeliveryAttempt> logger)
{
    public async Task TryAsync(DueDelivery delivery, CancellationToken token)
    {
        var facts = await deliveries.OpenFactsAsync(delivery.Moment.Citizen, token);
        var (signal, disclosure, refusal) = content.Build(delivery, facts, time.GetUtcNow());
        if (signal is null)
        {
            logger.LogWarning("Signal {Signal} refused for {Recipient}: {Reason}", delivery.SignalId, delivery.Recipient, refusal);
            await deliveries.RefuseAsync(delivery, refusal!, time.GetUtcNow(), token);
            return;
        }

        if (destinations(delivery.Destination) is not { } destination)
        {
            await deliveries.FailAsync(delivery, $"The destination {delivery.Destination} is no longer configured.", time.GetUtcNow(), token);
            return;
        }

        try
        {
            var result = await destination.DeliverAsync(signal, token);
            if (!result.IsDelivered)
            {
                await FailAsync(delivery, $"The tool refused it: {result.Detail}", token);
                return;
            }

            await deliveries.CompleteAsync(delivery, disclosure! with { Detail = result.Detail }, time.GetUtcNow(), token);
            logger.LogInformation("Signal {Signal} ({Kind} {Moment}) delivered to {Recipient} through {Destination}", delivery.SignalId, signal.Kind, signal.MomentCode, delivery.Recipient, delivery.Destination);
        }
        catch (RetryLaterException exception)
        {
            await RetryAsync(delivery, exception.Delay, exception.Message, token);
        }
        catch (PermanentFailureException exception)
        {
            await FailAsync(delivery, exception.Message, token);
        }
        catch (Exception exception) when (!token.IsCancellationRequested)
        {
            await RetryAsync(delivery, Backoff.After(delivery.Attempts + 1, Random.Shared.NextDouble()), $"{exception.GetType().Name}: {exception.Message}", token);
        }
    }

    private async Task RetryAsync(DueDelivery delivery, TimeSpan delay, string reason, CancellationToken token)
    {
        var now = time.GetUtcNow();
        if (now - delivery.CreatedAt >= Backoff.GiveUpAfter)
        {
            await FailAsync(delivery, $"Tried for a day without success. {reason}", token);
            return;
        }

        logger.LogWarning("Signal {Signal} for {Recipient} did not arrive (attempt {Attempt}), again in {Delay}: {Reason}", delivery.SignalId, delivery.Recipient, delivery.Attempts + 1, delay, reason);
        await deliveries.RetryAsync(delivery, now + delay, reason, token);
    }

    private async Task FailAsync(DueDelivery delivery, string reason, CancellationToken token)
    {
        logger.LogError("Signal {Signal} for {Recipient} cannot be delivered: {Reason}", delivery.SignalId, delivery.Recipient, reason);
        await deliveries.FailAsync(delivery, reason, time.GetUtcNow(), token);
    }
}
