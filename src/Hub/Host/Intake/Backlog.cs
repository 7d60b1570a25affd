using IntegrationHub.Host.Composition;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Intake;

/// <summary>
/// Whether more waits to be processed than the hub takes on (<c>limits.backlog</c>, batches of all hosts together). Then who is read waits and who sends is asked to come back; once full, there is room again when a fifth of
/// it is done, so that the hub does not say yes and no in turns.
/// </summary>
internal sealed class Backlog(IHubStore store, CurrentWiring wiring, TimeProvider time, ILogger<Backlog> logger)
{
    /// <summary>When to come back.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(10);
    public const string Reason = "More waits to be processed than this hub takes on.";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private volatile Look last = new(null, IsFull: false);
    private int isLooking;

    public async Task<bool> IsFullAsync(CancellationToken token)
    {
        var known = last;
        if ((known.At is { } at && time.GetElapsedTime(at) < LookAgain) || Interlocked.Exchange(ref isLooking, 1) == 1)
            return known.IsFull;
        try
        {
            var (waiting, most) = (await store.Journal.CountUnprocessedAsync(token), wiring.Value.Configuration.Backlog);
            var isFull = waiting >= (known.IsFull ? Math.Max(1, most / 5 * 4) : most);
            if (isFull && !known.IsFull)
                logger.LogWarning("{Waiting} batches wait to be processed, limits.backlog is {Most}: sources wait and who sends is asked to come back, until there are fewer", waiting, most);
            else if (!isFull && known.IsFull)
                logger.LogInformation("{Waiting} batches wait to be processed: sources go on", waiting);
            last = new Look(time.GetTimestamp(), isFull);
            return isFull;
        }
        finally
        {
            Volatile.Write(ref isLooking, 0);
        }
    }

    /// <summary>Returns when there is room.</summary>
    public async Task UntilRoomAsync(CancellationToken token)
    {
        while (await IsFullAsync(token))
            await Task.Delay(LookAgain, time, token);
    }

    private sealed record Look(long? At, bool IsFull);
}
