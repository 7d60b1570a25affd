using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook.Tests;

/// <summary>A destination that posts to a listener of the test. Its options skip validation, so that a test need not wait fifteen seconds.</summary>
internal sealed class Destination : IDisposable
{
    private readonly WebhookHttp http;
    private readonly WebhookDestination destination;

    public Destination(string url, int timeoutSeconds = 20, string[]? allowInternal = null, params string[] secrets)
    {
        var options = new WebhookOptions { Url = url, TimeoutSeconds = timeoutSeconds };
        foreach (var host in allowInternal ?? ["127.0.0.1"])
            options.AllowInternal.Add(host);
        foreach (var secret in secrets.DefaultIfEmpty("env:GOOD"))
            options.Secrets.Add(secret);
        http = new WebhookHttp(Options.Create(options), TimeProvider.System);
        destination = new WebhookDestination(Options.Create(options), new FixedSecrets(), TimeProvider.System, http);
    }

    public Task<DeliveryResult> DeliverAsync(SignalReady signal) => destination.DeliverAsync(signal, TestContext.Current.CancellationToken);

    public Task<DeliveryResult> DeliverUntilAsync(SignalReady signal, CancellationToken token) => destination.DeliverAsync(signal, token);

    public Task<CheckResult> CheckAsync() => new WebhookConnectionCheck(http).CheckAsync(TestContext.Current.CancellationToken);

    public void Dispose() => http.Dispose();
}
