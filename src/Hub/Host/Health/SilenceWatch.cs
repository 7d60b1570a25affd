using IntegrationHub.Core.Silence;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Alerts;

namespace IntegrationHub.Host.Health;

/// <summary>Finds the sources that are silent longer than is usual for them, and those of which something came again.</summary>
internal sealed class SilenceWatch(IHubStore store, CurrentWiring wiring, HubAlerts alerts, TimeProvider time)
{
    public async Task LookAsync(CancellationToken token)
    {
        var now = time.GetUtcNow();
        var watched = await WatchedAsync(now, token);
        var open = (await store.Alerts.OpenAsync(token)).Where(alert => alert.Code.StartsWith(HealthReasons.SilentPrefix, StringComparison.Ordinal)).ToDictionary(alert => alert.Code);
        if (watched.Count == 0 && open.Count == 0)
            return;
        var arrivals = await store.Ledger.ArrivalsAsync(now - UsualSilence.History, token);
        var listeningSince = (await store.Hosts.LiveAsync(now - HostPresence.LongestSilence, token)).Since ?? now;
        foreach (var source in watched)
        {
            if (open.Remove(HealthReasons.SilentPrefix + source, out var alert))
            {
                if (IsHeardAgain(alert, arrivals[source]))
                    await alerts.EndAsync(alert.Code, $"Source {source} sends again.", token);
            }
            else if (UsualSilence.Of(arrivals[source], listeningSince, now) is { } silence)
            {
                await alerts.StartAsync(
                    HealthReasons.SilentPrefix + source, $"Nothing came of source {source} since {ResultConsole.Time(silence.Since)}, in {Number.Of(silence.Missed, "hour")} in which it usually sends.", token);
            }
        }

        // Removed, paused, or not watched any more.
        foreach (var alert in open.Values)
            await alerts.EndAsync(alert.Code, $"Source {alert.Code[HealthReasons.SilentPrefix.Length..]} is not expected to send now.", token);
    }

    /// <summary>An alert ends when something came in the hour of its start or later: not because this host judges otherwise than the one that raised it.</summary>
    private static bool IsHeardAgain(Alert alert, IEnumerable<DateTimeOffset> arrivals) => arrivals.Any(hour => hour.AddHours(1) > alert.StartedAt);

    private async Task<IReadOnlyCollection<string>> WatchedAsync(DateTimeOffset now, CancellationToken token)
    {
        var paused = (await store.Operations.SourcesAsync(token)).Where(source => source.PausedBecause is not null && (source.ResumesAt is null || source.ResumesAt > now)).Select(source => source.Source);
        return wiring.Value.Configuration.Sources.Where(source => source.MayNotFallSilent).Select(source => source.Id).Except(paused, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }
}
