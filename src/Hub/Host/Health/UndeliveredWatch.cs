using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Health;

/// <summary>Finds the destinations that do not get what is theirs, and those that get it again.</summary>
internal sealed class UndeliveredWatch(IHubStore store, HubAlerts alerts, TimeProvider time)
{
    public static readonly TimeSpan LongestPending = TimeSpan.FromHours(1);
    public static readonly TimeSpan FailedCounts = TimeSpan.FromDays(1);

    /// <summary>What waited while no host ran goes out first.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    public async Task LookAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var undelivered = await store.Deliveries.UndeliveredAsync(now - LongestPending, now - FailedCounts, token);
        var open = (await store.Alerts.OpenAsync(token)).Select(alert => alert.Code).Where(code => code.StartsWith(HealthReasons.UndeliveredPrefix, StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (undelivered.Count == 0 && open.Count == 0)
            return;
        var hasRun = now - (await store.Hosts.LiveAsync(now - HostPresence.LongestSilence, token)).Since > AfterStart;
        foreach (var one in undelivered)
        {
            var code = HealthReasons.UndeliveredPrefix + one.Destination;
            if (!open.Remove(code) && (hasRun || one.Failed > 0))
                await alerts.StartAsync(code, Sentence(one), token);
        }

        foreach (var code in open)
            await alerts.EndAsync(code, $"Nothing waits longer than an hour for destination {code[HealthReasons.UndeliveredPrefix.Length..]}, and nothing failed in the last day.", token);
    }

    private static string Sentence(Undelivered one) => $"Destination {one.Destination} does not get what is its own: "
        + string.Join("; ", new[]
        {
            one.PendingSince is { } since ? $"a delivery waits since {ResultConsole.Time(since)}" : "",
            one.Failed > 0 ? $"{Number.Of(one.Failed, "delivery", "deliveries")} failed in the last day" : "",
        }.Where(part => part.Length > 0))
        + ". hub signals shows which and why.";
}
