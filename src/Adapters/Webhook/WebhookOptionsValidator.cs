using System.Net;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Webhook.Inside;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>Finds every mistake in the options at once, secrets included, before anything starts. No message repeats a value: an address may hold a token.</summary>
public sealed class WebhookOptionsValidator(ISecrets secrets) : IValidateOptions<WebhookOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string[] failures = [.. UrlFailures(options), .. InternalFailures(options), .. SecretFailures(options), .. TimeoutFailures(options)];
        return failures.Length > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private static IEnumerable<string> UrlFailures(WebhookOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Url))
            yield return "url: missing; put the address that receives the signals, such as https://example.org/webhooks.";
        else if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return "url: expected an absolute address that starts with https:// (or http:// to this machine itself).";
        else if (url.UserInfo.Length > 0)
            yield return "url: holds a user name or password; take it out, requests are signed with 'secrets' instead.";
        else if (url.Scheme == "http" && !url.IsLoopback && !options.AllowInsecure)
            yield return "url: http to another machine sends personal data readable over the network; use https, or set 'allowInsecure' to true where the network itself is encrypted.";
    }

    /// <summary>What can be told without asking DNS: an address, or a name of this machine.</summary>
    private static IEnumerable<string> InternalFailures(WebhookOptions options)
    {
        for (var i = 0; i < options.AllowInternal.Count; i++)
        {
            if (AllowedInside.Problem(options.AllowInternal[i]) is { } problem)
                yield return $"allowInternal[{i}]: {problem}";
        }

        if (Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && Refusal(url, options) is { } kind)
            yield return $"url: lies inside ({kind}), and webhooks go outside; when this is meant so, put its host name or address in 'allowInternal'.";
    }

    private static string? Refusal(Uri url, WebhookOptions options)
    {
        var host = url.IdnHost.TrimEnd('.');
        var isLocal = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
        var address = isLocal ? IPAddress.Loopback : IPAddress.TryParse(host, out var literal) ? literal : null;
        return address is null ? null : new AllowedInside(options.AllowInternal).Refusal(url.IdnHost, address);
    }

    private static IEnumerable<string> TimeoutFailures(WebhookOptions options)
    {
        if (options.TimeoutSeconds is < 15 or > 30)
            yield return $"timeoutSeconds: {options.TimeoutSeconds} is outside 15 to 30; put a number of seconds between them, or leave it out for 20.";
    }

    private IEnumerable<string> SecretFailures(WebhookOptions options)
    {
        if (options.Secrets.Count == 0)
            yield return "secrets: missing; put a list with at least one reference, such as [\"env:INBOX_SECRET\"], to whsec_ followed by the base64 of 24 to 64 random bytes.";
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (Refusal(options.Secrets[i]) is { } refusal)
                yield return $"secrets[{i}]: {refusal}";
        }
    }

    private string? Refusal(string reference)
    {
        try
        {
            WebhookSecret.Open(secrets, reference);
            return null;
        }
        catch (PermanentFailureException e)
        {
            return e.Message;
        }
    }
}
