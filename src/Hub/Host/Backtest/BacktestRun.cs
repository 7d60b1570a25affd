using System.Runtime.CompilerServices;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Storage.History;

namespace IntegrationHub.Host.Backtest;

/// <summary>
/// Replays the journal page by page: each core reads a page of citizens and evaluates it while another reads the next, so that memory depends on the size of a page and not on how many citizens there are.
/// </summary>
/// <param name="history">The journal.</param>
/// <param name="tested">The rules under test.</param>
/// <param name="active">The rules to compare with; null for no comparison.</param>
/// <param name="bundleWithin">The bundle window of signals.</param>
internal sealed class BacktestRun(IHistoryStore history, RulesUnderTest tested, RulesUnderTest? active, TimeSpan bundleWithin)
{
    private const int PageSize = 400;
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Tells how many citizens were tested after each page.</summary>
    public async Task<BacktestTally> RunAsync(DateTimeOffset since, DateTimeOffset until, Action<long> progress, CancellationToken token)
    {
        var own = tested.Replay.Contracts.Own.Union(active?.Replay.Contracts.Own ?? []).ToList();
        var household = tested.Replay.Contracts.Household.Union(active?.Replay.Contracts.Household ?? []).ToList();
        var tally = new BacktestTally();
        await Parallel.ForEachAsync(PagesAsync(token), new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = token }, async (page, stop) =>
        {
            var results = new List<(CitizenHistory History, IReadOnlyList<ReplayedMoment> Moments, IReadOnlyList<ReplayedMoment>? Active)>(page.Count);
            foreach (var one in await history.LoadAsync(page, own, household, stop))
                results.Add((one, tested.Replay.Run(one, since, until), active?.Replay.Run(one, since, until)));
            lock (tally)
            {
                foreach (var (one, moments, compared) in results)
                    tally.Add(one, moments, compared, bundleWithin);
                progress(tally.Citizens);
            }
        });
        return tally;
    }

    private async IAsyncEnumerable<IReadOnlyList<CitizenRef>> PagesAsync([EnumeratorCancellation] CancellationToken token)
    {
        CitizenRef? last = null;
        while (await history.CitizensAsync(last, PageSize, token) is { Count: > 0 } page)
        {
            last = page[^1];
            yield return page;
        }
    }
}
