using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>The symmetric signature (<c>v1</c>) of Standard Webhooks 1.0.</summary>
public static class WebhookSignature
{
    /// <summary>Signs <c>id.timestamp.body</c> with every key: the value of the header <c>webhook-signature</c>.</summary>
    public static string Sign(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"{id}.{timestamp}.")), .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, content))));
    }
}
