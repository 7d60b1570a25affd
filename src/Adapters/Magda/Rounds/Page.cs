using IntegrationHub.Adapters.Magda.Citizens;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Rounds;

/// <summary>The part of a page that was read before something stopped it, in the list's order; all of it when nothing did.</summary>
/// <param name="Records">The replies about the first <paramref name="Done"/> citizens.</param>
/// <param name="Done">How many citizens, from the first, were asked about completely.</param>
/// <param name="Stop">What stopped it; null when nothing did.</param>
internal sealed record Page(IReadOnlyList<SourceRecord> Records, int Done, Exception? Stop)
{
    /// <summary>Asks about several citizens at a time. The first that fails lets those under way finish and starts no more.</summary>
    public static async Task<Page> ReadAsync(
        IReadOnlyList<ListedCitizen> citizens, int concurrency, Func<ListedCitizen, CancellationToken, Task<IReadOnlyList<SourceRecord>>> visit, CancellationToken token)
    {
        var replies = new IReadOnlyList<SourceRecord>?[citizens.Count];
        var failures = new Exception?[citizens.Count];
        var stopped = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = token };
        await Parallel.ForEachAsync(Enumerable.Range(0, citizens.Count), parallel, async (i, inner) =>
        {
            if (Volatile.Read(ref stopped) == 1)
                return;
            try
            {
                replies[i] = await visit(citizens[i], inner);
            }
            catch (Exception problem) when (!inner.IsCancellationRequested)
            {
                failures[i] = problem;
                Volatile.Write(ref stopped, 1);
            }
        });
        var done = replies.TakeWhile(reply => reply is not null).Count();
        var stop = failures.FirstOrDefault(problem => problem is PermanentFailureException) ?? failures.FirstOrDefault(problem => problem is not null);
        return new([.. replies.Take(done).SelectMany(reply => reply!)], done, stop);
    }
}
