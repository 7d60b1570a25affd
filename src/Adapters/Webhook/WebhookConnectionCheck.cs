using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>Asks the endpoint for its headers alone: nothing is posted. Many webhooks answer 404 or 405 to that, so any answer that is not a server's failure counts.</summary>
public sealed class WebhookConnectionCheck(WebhookHttp http) : IConnectionCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CancellationToken token)
    {
        try
        {
            using var request = http.NewRequest(HttpMethod.Head);
            using var response = await http.SendAsync(request, Patience, token);
            var code = (int)response.StatusCode;
            return code switch
            {
                410 => new CheckResult(false, "HEAD was answered with status 410: the endpoint is gone; agree on a new address with its owner."),
                >= 500 => new CheckResult(false, $"HEAD was answered with status {code}: the endpoint fails; ask its owner."),
                >= 300 and < 400 => new CheckResult(false, $"HEAD was answered with a redirect (status {code}), which is not followed; put the final address in 'url'."),
                _ => new CheckResult(true, $"HEAD was answered with status {code}; whether the secret is right shows with the first signal."),
            };
        }
        catch (PermanentFailureException e)
        {
            return new CheckResult(false, e.Message);
        }
        catch (TimeoutException e)
        {
            return new CheckResult(false, $"{e.Message} Check 'url' and the firewall.");
        }
        catch (HttpRequestException e)
        {
            return new CheckResult(false, $"The endpoint was not reached ({e.HttpRequestError}). Check 'url', the name in DNS, the certificate and the firewall.");
        }
    }
}
