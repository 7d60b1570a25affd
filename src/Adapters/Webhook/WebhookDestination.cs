using System.Globalization;
using System.Net.Http.Headers;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>Posts each signal once, signed as Standard Webhooks asks; the host retries. The body is signed as the bytes that go out.</summary>
public sealed class WebhookDestination(IOptions<WebhookOptions> options, ISecrets secrets, TimeProvider time, WebhookHttp http) : ISignalDestination
{
    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var body = SignalPayload.Write(signal, now);
        if (body.Length >= SignalPayload.MaxBytes)
            return DeliveryResult.Refused($"The signal is {body.Length} bytes as a webhook; at most {SignalPayload.MaxBytes} may be sent. Let the authorisation name fewer fields.");

        using var request = http.NewRequest(HttpMethod.Post);
        Sign(request, signal.DeliveryId.ToString("D"), now.ToUnixTimeSeconds(), body);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await http.SendAsync(request, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), token);
        return WebhookAnswer.Read(response.StatusCode, response.Headers.RetryAfter, time.GetUtcNow());
    }

    private void Sign(HttpRequestMessage request, string id, long timestamp, byte[] body)
    {
        var keys = options.Value.Secrets.Select(reference => WebhookSecret.Open(secrets, reference));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(keys, id, timestamp, body));
    }
}
