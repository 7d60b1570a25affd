using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Simulators.Inbox;

/// <summary>Verifies a delivery as Standard Webhooks asks of a receiver. It shares no code with the hub's own signer, so each proves the other.</summary>
internal sealed class SignatureCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private readonly byte[]? key;

    /// <exception cref="FormatException">The secret does not have the form of Standard Webhooks.</exception>
    public SignatureCheck(string? secret)
    {
        if (secret is null)
            return;
        if (!secret.StartsWith("whsec_", StringComparison.Ordinal))
            throw new FormatException("The secret of the inbox starts with whsec_, followed by base64.");
        key = Convert.FromBase64String(secret["whsec_".Length..]);
    }

    public bool IsOn => key is not null;

    /// <summary>Null when the delivery is genuine and fresh, else what is wrong with it.</summary>
    public string? Refusal(string? id, string? timestamp, string? signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (key is null)
            return null;
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures))
            return "webhook-id, webhook-timestamp and webhook-signature are all required.";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "webhook-timestamp is not a number of seconds.";
        if (Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds)
            return "webhook-timestamp is more than five minutes away from the clock of the inbox.";
        byte[] content = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = HMACSHA256.HashData(key, content);
        return signatures.Split(' ').Any(signature => Matches(signature, expected)) ? null : "No signature was made with the secret of the inbox.";
    }

    private static bool Matches(string signature, byte[] expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith("v1,", StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[3..], given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }
}
