using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Health;

/// <summary>Tells of the hosts that do not keep the head of the audit log: each of itself, since each has a file of its own, and any of one that is gone.</summary>
internal sealed class SealWatch(IHubStore store, SealPulse pulse, HubConfiguration configuration, HubAlerts alerts, TimeProvider time)
{
    public async Task LookAsync(CancellationToken token)
    {
        var own = HealthReasons.AuditPrefix + configuration.Instance;
        var open = (await store.Alerts.OpenAsync(token)).Select(alert => alert.Code).Where(code => code.StartsWith(HealthReasons.AuditPrefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var isOpen = open.Remove(own);
        if (pulse.HeadProblem is { Length: > 0 } problem && !isOpen)
            await alerts.StartAsync(own, problem, token);
        else if (pulse.HeadProblem is "" && isOpen)
            await alerts.EndAsync(own, "The head of the audit log is copied again.", token);
        if (open.Count == 0)
            return;
        var running = await store.Hosts.RunningAsync(time.GetUtcNow() - HostPresence.LongestSilence, token);
        foreach (var code in open.Except(running.Select(host => HealthReasons.AuditPrefix + host), StringComparer.Ordinal))
            await alerts.EndAsync(code, "That host does not run any more.", token);
    }
}
