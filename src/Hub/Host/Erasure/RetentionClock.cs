using IntegrationHub.Host.Health;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Erasure;

/// <summary>
/// Whether the time may be believed before something is erased by it: what a clock that was set forward erases is gone for good. A time that lies more than a day past where the store was last used, or that ran
/// on more than a day faster than this host did, is told, and for a day nothing is erased by it, so that a person can look.
/// </summary>
internal sealed class RetentionClock(IHubStore store, HubAlerts alerts, TimeProvider time)
{
    public const string Code = "clock-ahead";
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);
    private readonly DateTimeOffset startedAt = time.GetUtcNow();
    private (DateTimeOffset Time, long Stamp)? last;
    private long? jumpedAt;

    public async Task<bool> IsBelievedAsync(CancellationToken token)
    {
        var (now, stamp, isFirst) = (time.GetUtcNow(), time.GetTimestamp(), last is null);
        var expected = last is { } before ? before.Time + time.GetElapsedTime(before.Stamp, stamp) : await store.Erasure.LastUsedAsync(startedAt, token);
        last = (now, stamp);
        if (now - expected > Most)
        {
            jumpedAt = stamp;
            await alerts.StartAsync(
                Code, $"The clock of this host lies more than a day past {expected:yyyy-MM-dd HH:mm} UTC, where the store was last used. For a day nothing is erased by it: set it right and restart, or let it be when it is right.", token);
        }

        if (jumpedAt is { } at && time.GetElapsedTime(at, stamp) < Most)
            return false;
        if (jumpedAt is not null || isFirst)
            await alerts.EndAsync(Code, "What is past its term is erased again.", token);
        jumpedAt = null;
        return true;
    }
}
