using IntegrationHub.Host.Composition;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Intake;

/// <summary>
/// Whether more waits to be processed than the hub takes on (<c>limits.backlog</c>, batches of all hosts together). Then who sends is asked to come back; who is read waits at four fifths of it already, for it can wait and the
/// last fifth is for who cannot. Either goes on when a fifth is done, so that the hub does not say yes and no in turns.
/// </summary>
internal sealed class Backlog(IHubStore store, CurrentWiring wiring, TimeProvider time, ILogger<Backlog> logger)
{
    /// <summary>When to come back.</summary>
    public static readonly TimeSpan Later = TimeSpan.FromSeconds(10);
    public const string Reason = "More waits to be processed than this hub takes on.";
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private volatile Look last = new(null, IsFull: false, ReadingWaits: false);
    private int isLooking;

    /// <summary>For who sends.</summary>
    public async Task<bool> IsFullAsync(CancellationToken token) => (await LookAsync(token)).IsFull;

    /// <summary>For who is read: returns when there is room.</summary>
    public async Task UntilRoomAsync(CancellationToken token)
    {
        while ((await LookAsync(token)).ReadingWaits)
            await Task.Delay(LookAgain, time, token);
    }

    private async Task<Look> LookAsync(CancellationToken token)
    {
        var known = last;
        if ((known.At is { } at && time.GetElapsedTime(at) < LookAgain) || Interlocked.Exchange(ref isLooking, 1) == 1)
            return known;
        try
        {
            var (waiting, most) = (await store.Journal.CountUnprocessedAsync(token), wiring.Value.Configuration.Backlog);
            var isFull = waiting >= (known.IsFull ? Fifths(most, 4) : most);
            var readingWaits = waiting >= Fifths(most, known.ReadingWaits ? 3 : 4);
            if (readingWaits != known.ReadingWaits)
                logger.LogInformation("{Waiting} batches wait to be processed, limits.backlog is {Most}: sources that are read {Do}", waiting, most, readingWaits ? "wait" : "go on");
            if (isFull && !known.IsFull)
                logger.LogWarning("{Waiting} batches wait to be processed, limits.backlog is {Most}: who sends is asked to come back, until there are fewer", waiting, most);
            else if (!isFull && known.IsFull)
                logger.LogInformation("{Waiting} batches wait to be processed: who sends is let in", waiting);
            return last = new Look(time.GetTimestamp(), isFull, readingWaits);
        }
        finally
        {
            Volatile.Write(ref isLooking, 0);
        }
    }

    private static int Fifths(int most, int fifths) => (int)Math.Max(1, (long)most * fifths / 5);

    private sealed record Look(long? At, bool IsFull, bool ReadingWaits);
}
