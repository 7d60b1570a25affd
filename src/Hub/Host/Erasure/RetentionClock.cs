using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Health;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Erasure;

/// <summary>
/// Whether the time may be believed before something is erased by it: what a clock that was set forward erases is gone for good. A time that lies more than a day past where the store was last used, or that ran
/// on more than a day faster than this host did, is told, and for a day nothing is erased by it, so that a person can look. A restart does not shorten that day: the store was used at the false time by then.
/// </summary>
internal sealed class RetentionClock(IHubStore store, HubAlerts alerts, HubConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);
    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private readonly string code = HealthReasons.ClockPrefix + configuration.Instance;
    private (DateTimeOffset Time, long Stamp)? last;
    private long? jumpedAt;

    public async Task<bool> IsBelievedAsync(CancellationToken token)
    {
        var (now, stamp, isFirst) = (time.GetUtcNow(), time.GetTimestamp(), last is null);
        var expected = last is { } before ? before.Time + time.GetElapsedTime(before.Stamp, stamp) : await store.Erasure.LastUsedAsync(startedAt, token);
        if (isFirst)
            await GoOnAsync(now, stamp, token);
        last = (now, stamp);
        if (now - expected > Most)
        {
            jumpedAt = stamp;
            await alerts.StartAsync(
                code, $"The clock of this host lies more than a day past {expected:yyyy-MM-dd HH:mm} UTC, where the store was last used. For a day nothing is erased by it: set it right and restart, or let it be when it is right.", token);
        }

        if (jumpedAt is { } at && time.GetElapsedTime(at, stamp) < Most)
            return false;
        if (jumpedAt is not null)
            await alerts.EndAsync(code, "What is past its term is erased again.", token);
        jumpedAt = null;
        return true;
    }

    /// <summary>With the day that this host began before it was restarted. A clock that was set right lies before that.</summary>
    private async Task GoOnAsync(DateTimeOffset now, long stamp, CancellationToken token)
    {
        // As it was called while it was one for all hosts.
        await alerts.EndAsync("clock-ahead", "Each host tells it of itself now.", token);
        if ((await store.Alerts.OpenAsync(token)).FirstOrDefault(alert => alert.Code == code) is not { } told)
            return;
        var since = now - told.StartedAt;
        if (since >= TimeSpan.Zero && since < Most)
            jumpedAt = stamp - (long)(since.TotalSeconds * time.TimestampFrequency);
        else
            await alerts.EndAsync(code, "The clock was set right, or its day is over.", token);
    }
}
