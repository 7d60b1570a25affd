using IntegrationHub.Core.Detection;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Ledger;

/// <summary>Counts the moments that are found, apart from their rows. The last thing a transaction does: here evaluations meet that have nobody in common.</summary>
internal static class MomentCounts
{
    private const int Shards = 16;

    /// <summary>Two references that turn out to be one person are merged early in a transaction, by one at a time: nobody else counts here.</summary>
    private const int ShardOfMerges = Shards;

    /// <summary>Counts the moments of an evaluation that were not there before.</summary>
    public static Task FoundAsync(Session session, DetectionInput input, DetectionOutcome outcome)
    {
        if (outcome.Detected.Count == 0)
            return Task.CompletedTask;
        var known = input.Moments.Values.SelectMany(moments => moments).Select(moment => moment.Id).ToHashSet();
        var found = outcome.Detected.Where(moment => !known.Contains(moment.Id)).CountBy(moment => moment.Moment.Anchor.Source).ToList();
        return AddAsync(session, found.ConvertAll(one => (one.Key, (long)one.Value)), Environment.CurrentManagedThreadId % Shards);
    }

    /// <summary>Moments were erased, or made one with others: their rows are gone and nothing is missing.</summary>
    public static Task GoneAsync(Session session, IEnumerable<string> sources) =>
        AddAsync(session, [.. sources.CountBy(source => source, StringComparer.Ordinal).Select(one => (one.Key, -(long)one.Value))], ShardOfMerges);

    private static async Task AddAsync(Session session, List<(string Source, long Count)> counts, int shard)
    {
        if (counts.Count == 0)
            return;
        counts.Sort(static (left, right) => string.CompareOrdinal(left.Source, right.Source));
        await session.InsertAsync(
            new Rows("moment_counts").Add("source", counts, one => one.Source).AddConstant("shard", counts.Count, shard).Add("found", counts, one => one.Count),
            "ON CONFLICT (source, shard) DO UPDATE SET found = moment_counts.found + excluded.found");
    }
}
