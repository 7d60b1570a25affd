using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Delivery;

/// <summary>One attempt at one delivery: the gate, the content, the destination, and what became of it. Only a store that does not answer comes out as an exception.</summary>
internal sealed class DeliveryAttempt(
    IDeliveryStore deliveries, Func<string, DeliveryWay> ways, TimeProvider time, ILogger<DeliveryAttempt> logger)
{
    /// <summary>How long a delivery is left alone that only a person can mend (refused credentials, an endpoint that is gone, a plugin that is broken).</summary>
    private static readonly TimeSpan Held = TimeSpan.FromHours(1);

    /// <summary>How soon to look whether detection has heard an objection, or evaluated again.</summary>
    private static readonly TimeSpan UntilHeard = TimeSpan.FromSeconds(10);

    private readonly Completions completions = new(deliveries);

    public async Task TryAsync(DueDelivery delivery, CancellationToken token)
    {
        using var trace = HubTelemetry.Traces.StartActivity("deliver")?
            .SetTag("signal", delivery.SignalId).SetTag("delivery", delivery.Id).SetTag("destination", delivery.Destination).SetTag("recipient", delivery.Recipient).SetTag("attempt", delivery.Attempts);
        var (content, destination) = ways(delivery.Destination);
        // One instant for the whole attempt: what is refused and what is built must not fall on two sides of the end of a ground.
        var now = time.GetUtcNow();
        if (SignalContent.IsExpired(delivery, now))
        {
            logger.LogWarning("Signal {Signal} for {Recipient} waited until it was of no use any more, and is not delivered", delivery.SignalId, delivery.Recipient);
            HubTelemetry.CountDelivery(delivery.Destination, "expired");
            await deliveries.ExpireAsync(delivery, now, token);
            return;
        }

        // A refusal is for good, so it is no answer to a moment that detection only has to look at again, or already did since this delivery was taken.
        if (content.LackingHousehold(delivery) is { Count: > 0 } lacking)
        {
            logger.LogInformation("Signal {Signal} for {Recipient} waits until it is evaluated again: it does not say by which source people live together", delivery.SignalId, delivery.Recipient);
            await deliveries.PostponeToEvaluateAsync(delivery, lacking, now + UntilHeard, "Detection has yet to tell by which source the people in it live together.", now, token);
            return;
        }

        if (content.Refusal(delivery, now) is { } refusal)
        {
            logger.LogWarning("Signal {Signal} refused for {Recipient}: {Reason}", delivery.SignalId, delivery.Recipient, refusal);
            HubTelemetry.CountDelivery(delivery.Destination, "refused");
            await deliveries.RefuseAsync(delivery, refusal, content.Withheld(delivery, now), now, token);
            return;
        }

        if (destination is null)
        {
            await RetryAsync(delivery, Held, $"The destination {delivery.Destination} does not work here: it is no longer configured, or its plugin is broken.", null, givesUp: true);
            return;
        }

        if (await SignalContent.WaitsForObjectionAsync(delivery, deliveries, now, token))
        {
            logger.LogInformation("Signal {Signal} for {Recipient} waits: something in it is objected to, which detection has yet to hear", delivery.SignalId, delivery.Recipient);
            await deliveries.PostponeAsync(delivery, now + UntilHeard, "Something in it is objected to; detection has yet to hear it.", token);
            return;
        }

        Disclosure? sent = null;
        DeliveryResult result;
        try
        {
            var (signal, disclosure) = await content.BuildAsync(delivery, deliveries, now, token);
            foreach (var withheld in disclosure.Withheld)
                logger.LogWarning("Signal {Signal} goes to {Recipient} without a moment of {Citizen}: {Reason}", delivery.SignalId, delivery.Recipient, withheld.Citizen, withheld.Reason);
            // What is about to be shown is stored before it is: a hub that dies now leaves it to be audited.
            if (await deliveries.BeginAsync(delivery, disclosure, now, token) == DeliveryStart.Over)
                return;
            sent = disclosure;
            result = await destination.DeliverAsync(signal, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Not settled: it is due again when this host lets go of it, or when its lease ends. Whoever takes it then audits what this attempt may have shown.
            return;
        }
        catch (RetryLaterException exception)
        {
            await RetryAsync(delivery, exception.Delay, exception.Message, sent, givesUp: false);
            return;
        }
        catch (PermanentFailureException exception)
        {
            logger.LogError("Signal {Signal} for {Recipient} waits for a person: {Reason}", delivery.SignalId, delivery.Recipient, exception.Message);
            await RetryAsync(delivery, Held, exception.Message, sent, givesUp: true);
            return;
        }
        catch (Exception exception)
        {
            await RetryAsync(delivery, Backoff.After(delivery.Attempts, Random.Shared.NextDouble()), $"{Thrown.Describe(exception)}.", NeverLeft(exception) ? null : sent, givesUp: true);
            return;
        }

        // From here on the tool has it: a hub that stops now must not send it twice.
        if (result.IsDelivered)
        {
            HubTelemetry.CountDelivery(delivery.Destination, "delivered");
            await completions.StoreAsync(new CompletedDelivery(delivery, sent with { Detail = result.Detail }, time.GetUtcNow()));
            logger.LogInformation("Signal {Signal} ({Moment}) delivered to {Recipient} through {Destination}", delivery.SignalId, delivery.Moment.Code, delivery.Recipient, delivery.Destination);
        }
        else
        {
            await FailAsync(delivery, $"The tool refused it: {result.Detail}", sent);
        }
    }

    /// <summary>Whether nothing was sent for certain: there was no connection to send it over.</summary>
    private static bool NeverLeft(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError };

    private async Task RetryAsync(DueDelivery delivery, TimeSpan delay, string reason, Disclosure? sent, bool givesUp)
    {
        var now = time.GetUtcNow();
        if (givesUp && Backoff.GivesUp(delivery.Attempts, now - delivery.TriedSince))
        {
            await FailAsync(delivery, $"Tried for a day without success. {reason}", sent);
            return;
        }

        var pause = delay < Backoff.LongestPause ? delay : Backoff.LongestPause;
        logger.LogWarning("Signal {Signal} for {Recipient} did not arrive (attempt {Attempt}), again in {Delay}: {Reason}", delivery.SignalId, delivery.Recipient, delivery.Attempts, pause, reason);
        HubTelemetry.CountDelivery(delivery.Destination, "retried");
        await deliveries.RetryAsync(delivery, now + pause, reason, sent, now, CancellationToken.None);
    }

    private async Task FailAsync(DueDelivery delivery, string reason, Disclosure? sent)
    {
        logger.LogError("Signal {Signal} for {Recipient} cannot be delivered: {Reason}", delivery.SignalId, delivery.Recipient, reason);
        HubTelemetry.CountDelivery(delivery.Destination, "failed");
        await deliveries.FailAsync(delivery, reason, sent, time.GetUtcNow(), CancellationToken.None);
    }
}
