using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>A secret of Standard Webhooks: <c>whsec_</c> and the base64 of the key that signs.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>The key behind a reference. It is opened for each attempt, so that a rotated file counts without a restart.</summary>
    /// <exception cref="PermanentFailureException">Nothing is behind the reference, or no key of this form. The message never repeats the secret.</exception>
    public static byte[] Open(ISecrets secrets, string reference)
    {
        var text = secrets.Open(reference);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new PermanentFailureException($"The secret behind '{reference}' does not start with {Prefix}; put {Prefix} before the base64 of the key.");
        var key = new byte[text.Length];
        if (!Convert.TryFromBase64String(text[Prefix.Length..], key, out var length))
            throw new PermanentFailureException($"The secret behind '{reference}' is not base64 after {Prefix}; put the base64 of 24 to 64 random bytes there.");
        if (length is < 24 or > 64)
            throw new PermanentFailureException($"The secret behind '{reference}' holds {length} bytes; Standard Webhooks asks for 24 to 64 random bytes.");
        return key[..length];
    }
}
