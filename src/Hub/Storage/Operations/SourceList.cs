using System.Data.Common;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Operations;

/// <summary>Each source with its last run, its counts and its pause.</summary>
internal static class SourceList
{
    private const string Counts = "read_count, accepted, duplicate, quarantined, facts, minimised";
    private const string AllCounts =
        "CAST(sum(read_count) AS bigint), CAST(sum(accepted) AS bigint), CAST(sum(duplicate) AS bigint), CAST(sum(quarantined) AS bigint), CAST(sum(facts) AS bigint), CAST(sum(minimised) AS bigint)";

    public static async Task<IReadOnlyList<SourceOverview>> ReadAsync(Session session)
    {
        var runs = (await session.QueryAsync(
            $"SELECT {Counts}, source, started_at, finished_at, result, reason FROM runs WHERE id IN (SELECT max(id) FROM runs GROUP BY source)",
            static reader => (Source: reader.GetString(6), Started: reader.Time(7), Finished: reader.TimeOrNull(8), Result: reader.TextOrNull(9), Reason: reader.TextOrNull(10), Counts: Read(reader))))
            .ToDictionary(run => run.Source, StringComparer.Ordinal);
        var totals = (await session.QueryAsync($"SELECT {AllCounts}, source FROM source_counts GROUP BY source", static reader => (Source: reader.GetString(6), Counts: Read(reader))))
            .ToDictionary(row => row.Source, row => row.Counts, StringComparer.Ordinal);
        var pauses = (await session.QueryAsync(
            "SELECT source, reason, resume_at FROM pauses", static reader => (Source: reader.GetString(0), Reason: reader.GetString(1), Resumes: reader.TimeOrNull(2))))
            .ToDictionary(pause => pause.Source, StringComparer.Ordinal);
        var held = await HeldLosses.ReadAsync(session);
        return [.. runs.Keys.Union(totals.Keys).Union(pauses.Keys).Order(StringComparer.Ordinal).Select(Overview)];

        SourceOverview Overview(string source)
        {
            var run = runs.TryGetValue(source, out var known) ? known : default;
            var pause = pauses.GetValueOrDefault(source);
            return new SourceOverview(
                source, run.Source is null ? null : run.Started, run.Finished, run.Result, run.Reason, run.Counts ?? IntakeCounts.None, totals.GetValueOrDefault(source, IntakeCounts.None),
                pause.Reason, pause.Resumes) { Held = [.. held[source]] };
        }
    }

    private static IntakeCounts Read(DbDataReader reader) => new(
        reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5));
}
