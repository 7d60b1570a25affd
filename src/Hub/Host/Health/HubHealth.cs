using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Health;

/// <summary>Whether this hub is well, asked anew each time.</summary>
internal sealed class HubHealth(IHubStore store, CurrentWiring wiring, BusPulse pulse, TimeProvider time)
{
    /// <summary>Why it is not; nothing when it is.</summary>
    public async Task<IReadOnlyList<string>> ReasonsAsync(CancellationToken token)
    {
        try
        {
            var reasons = (await OfAllAsync(token)).ToList();
            if (pulse.AwayFor > HealthReasons.LongestAway && !reasons.Contains(HealthReasons.NothingConsumes))
                reasons.Add(HealthReasons.NothingConsumes);
            reasons.AddRange((await store.Alerts.OpenAsync(token)).Select(alert => alert.Code).Where(HealthReasons.IsRaisedByAWatch));
            return reasons;
        }
        catch (Exception) when (!token.IsCancellationRequested)
        {
            return [HealthReasons.Store];
        }
    }

    /// <summary>What is so for all hosts on this store.</summary>
    public async Task<IEnumerable<string>> OfAllAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        return HealthReasons.OfAll(
            await store.Ledger.WaitingAsync(token), await store.Hosts.LiveAsync(now - HostPresence.LongestSilence, token), (await store.Audit.HeadsAsync(null, token)).UnsealedSince,
            wiring.Value.Configuration.LongestUnprocessed, now);
    }
}
