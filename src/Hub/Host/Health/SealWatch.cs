using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Health;

/// <summary>Tells of the hosts that do not keep the head of the audit log: each of itself, since each has a file of its own. Whatever one that is gone told of itself, any ends.</summary>
internal sealed class SealWatch(IHubStore store, SealPulse pulse, HubConfiguration configuration, HubAlerts alerts, TimeProvider time)
{
    /// <summary>How long a host must be gone before others end its doubt about its clock, which a restart does not.</summary>
    private static readonly TimeSpan LongestRestart = TimeSpan.FromDays(1);
    private readonly Dictionary<string, long> goneSince = [];

    public async Task LookAsync(CancellationToken token)
    {
        var own = HealthReasons.AuditPrefix + configuration.Instance;
        var open = (await store.Alerts.OpenAsync(token)).Select(alert => alert.Code).ToList();
        var isOpen = open.Contains(own);
        if (pulse.HeadProblem is { Length: > 0 } problem && !isOpen)
            await alerts.StartAsync(own, problem, token);
        else if (pulse.HeadProblem is "" && isOpen)
            await alerts.EndAsync(own, "The head of the audit log is copied again.", token);
        var others = open.Where(code => HealthReasons.HostOf(code) is { } host && host != configuration.Instance).ToList();
        if (others.Count == 0)
        {
            goneSince.Clear();
            return;
        }

        var running = await store.Hosts.RunningAsync(time.GetUtcNow() - HostPresence.LongestSilence, token);
        var gone = others.Where(code => !running.Contains(HealthReasons.HostOf(code))).ToList();
        foreach (var back in goneSince.Keys.Except(gone).ToList())
            goneSince.Remove(back);
        foreach (var code in gone)
        {
            goneSince.TryAdd(code, time.GetTimestamp());
            if (!code.StartsWith(HealthReasons.ClockPrefix, StringComparison.Ordinal) || time.GetElapsedTime(goneSince[code]) >= LongestRestart)
                await alerts.EndAsync(code, "That host does not run any more.", token);
        }
    }
}
