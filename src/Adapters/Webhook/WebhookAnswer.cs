using System.Net;
using System.Net.Http.Headers;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>What an HTTP answer means for the delivery. Only status and <c>Retry-After</c> count; the body may repeat personal data and is never read. Pure.</summary>
public static class WebhookAnswer
{
    private static readonly TimeSpan ShortestDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan DelayWhenThrottled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DelayBehindGateway = TimeSpan.FromSeconds(30);

    /// <summary>Delivered, refused, or one of the exceptions of <see cref="ISignalDestination"/>.</summary>
    public static DeliveryResult Read(HttpStatusCode status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var code = (int)status;
        var asked = DelayOf(retryAfter, now);
        return code switch
        {
            >= 200 and < 300 => DeliveryResult.Delivered($"status {code}"),
            >= 300 and < 400 => throw new PermanentFailureException(
                $"The endpoint redirects (status {code}), and signals are not sent to an address that nobody configured; put the final address in 'url'."),
            401 or 403 => throw new PermanentFailureException(
                $"The endpoint refuses us (status {code}); check that 'secrets' holds the secret that the receiver expects, and that both clocks are right."),
            404 or 405 => throw new PermanentFailureException($"No webhook is received at this address (status {code}); put the address that the receiver gave in 'url'."),
            410 => throw new PermanentFailureException("The endpoint is gone (status 410): its owner asks for no more deliveries; disable this destination or agree on a new address."),
            400 or 409 or 413 or 422 => DeliveryResult.Refused($"The endpoint refuses this signal (status {code})."),
            429 => throw new RetryLaterException(asked ?? DelayWhenThrottled, "The endpoint asks to slow down (status 429)."),
            502 or 504 => throw new RetryLaterException(asked ?? DelayBehindGateway, $"The endpoint is not reached by its own gateway (status {code})."),
            503 when asked is { } delay => throw new RetryLaterException(delay, "The endpoint is away for a time it names (status 503)."),
            // 408 and 425 say themselves that the same request may come again.
            408 or 425 or >= 500 => throw new HttpRequestException($"The endpoint failed (status {code}).", null, status),
            _ => throw new PermanentFailureException($"The endpoint does not take signals as this hub sends them (status {code}); ask its owner what it expects."),
        };
    }

    private static TimeSpan? DelayOf(RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var delay = retryAfter?.Delta ?? (retryAfter?.Date - now);
        return delay is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, ShortestDelay.Ticks, LongestDelay.Ticks)) : null;
    }
}
