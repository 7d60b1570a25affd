using IntegrationHub.Contracts;
using IntegrationHub.Core.Silence;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Storage.Ledger;

/// <summary>
/// Makes one row of the shards of an hour that is over, and one row of the hours of a day that nobody asks for by the hour any more: so that adding everything up stays quick after years.
/// </summary>
internal static class CountFolding
{
    private const int Numbers = 7;

    /// <summary>A page of before may still be on its way.</summary>
    private const int RecentHours = 3;

    /// <summary>How far back hours are looked for that are still by themselves.</summary>
    private const int Window = 14 * 24;
    private static readonly string[] Columns = ["read_count", "accepted", "duplicate", "quarantined", "facts", "minimised", "gone"];

    public static async Task<int> RunAsync(Session session, long now)
    {
        var old = Micros.HourOf(now) - (long)UsualSilence.History.TotalHours - 24;
        var rows = await session.QueryAsync(
            $"""
            SELECT source, hour, shard, {string.Join(", ", Columns)} FROM source_counts WHERE hour >= @first AND hour < @recent AND (shard <> 0 OR hour < @old) ORDER BY source, hour, shard {session.ForUpdate}
            """,
            static reader => (Source: reader.GetString(0), Hour: reader.GetInt64(1), Shard: reader.GetInt32(2), Counts: Enumerable.Range(3, Numbers).Select(reader.GetInt64).ToArray()),
            ("first", Math.Max(1, old - Window)),
            ("recent", Micros.HourOf(now) - RecentHours),
            ("old", old));
        var moving = rows.Where(row => row.Shard != 0 || Target(row.Hour, old) != row.Hour).ToList();
        if (moving.Count == 0)
            return 0;
        foreach (var row in moving)
            await session.ExecuteAsync("DELETE FROM source_counts WHERE source = @source AND hour = @hour AND shard = @shard", ("source", row.Source), ("hour", row.Hour), ("shard", row.Shard));
        var sums = moving.GroupBy(row => (row.Source, Hour: Target(row.Hour, old))).ToList();
        var folded = new Rows("source_counts").Add("source", sums, sum => sum.Key.Source).Add("hour", sums, sum => sum.Key.Hour).AddConstant("shard", sums.Count, 0);
        for (var i = 0; i < Numbers; i++)
            folded.Add(Columns[i], sums, sum => sum.Sum(row => row.Counts[i]));
        await session.InsertAsync(
            folded, $"ON CONFLICT (source, hour, shard) DO UPDATE SET {string.Join(", ", Columns.Select(column => $"{column} = source_counts.{column} + excluded.{column}"))}");
        return moving.Count;
    }

    private static long Target(long hour, long old) => hour >= old ? hour : Micros.HourOf(Micros.Of(BelgianTime.StartOf(BelgianTime.DayOf(Micros.OfHour(hour)))));
}
