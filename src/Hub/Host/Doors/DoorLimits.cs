using System.Net;
using System.Threading.RateLimiting;
using IntegrationHub.Connections;
using IntegrationHub.Host.Configuration;

namespace IntegrationHub.Host.Doors;

/// <summary>
/// How often and how much at once. Callers and strangers are counted apart, so that no number of strangers takes anything from a caller.
/// </summary>
internal sealed class DoorLimits(HubConfiguration configuration) : IAsyncDisposable
{
    /// <summary>How many requests of one stranger are answered in a minute.</summary>
    public const int StrangersPerMinute = 60;

    /// <summary>How many requests of one caller are handled at once, each of which may hold a body in memory; more wait.</summary>
    private const int AtOnce = 16;
    private const int MayWait = 256;

    private readonly PartitionedRateLimiter<string> callers = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetTokenBucketLimiter(caller, _ => Bucket(configuration.RequestsPerMinute))),
        PartitionedRateLimiter.Create<string, string>(caller => RateLimitPartition.GetConcurrencyLimiter(caller, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = MayWait })));

    private readonly PartitionedRateLimiter<IPAddress> strangers =
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(StrangersPerMinute)));

    /// <summary>For one request of a caller, until it is disposed.</summary>
    public ValueTask<RateLimitLease> EnterAsync(Caller caller, CancellationToken token) => callers.AcquireAsync(caller.Id, 1, token);

    public bool MayAsk(IPAddress? stranger)
    {
        using var lease = strangers.AttemptAcquire(CountedAddress.Of(stranger));
        return lease.IsAcquired;
    }

    public async ValueTask DisposeAsync()
    {
        await callers.DisposeAsync();
        await strangers.DisposeAsync();
    }

    /// <summary>A minute's worth may come at once; then it comes back by about the second, and no more nor less than that in a minute.</summary>
    internal static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var tokens = Math.Max(1, perMinute / 60);
        return new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = tokens,
            ReplenishmentPeriod = TimeSpan.FromSeconds(60.0 * tokens / perMinute),
            AutoReplenishment = true,
        };
    }
}
