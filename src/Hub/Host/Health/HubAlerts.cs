using IntegrationHub.Storage;

namespace IntegrationHub.Host.Health;

/// <summary>Tells of an alert once at its start and once at its end, however many hosts see it: whoever the store lets be first.</summary>
internal sealed class HubAlerts(IHubStore store, TimeProvider time, ILogger<HubAlerts> logger)
{
    public async Task StartAsync(string code, string detail, CancellationToken token)
    {
        if (await store.Alerts.StartAsync(code, detail, time.GetUtcNow(), token))
            logger.LogError("Alert {Code}: {Detail}", code, detail);
    }

    public async Task EndAsync(string code, string detail, CancellationToken token)
    {
        if (await store.Alerts.EndAsync(code, time.GetUtcNow(), token))
            logger.LogWarning("Alert {Code} is over: {Detail}", code, detail);
    }
}
