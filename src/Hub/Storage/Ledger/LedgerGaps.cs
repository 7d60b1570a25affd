using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Storage.Ledger;

/// <summary>
/// Holds places against each other that are written apart: what the intake counted against the batches, these against their facts, the records against their revisions, the moments that were counted against their rows, moments
/// against their signals, and signals against the deliveries that were decided of them.
/// </summary>
internal sealed class LedgerGaps(Session session, string? source, long? from, long unprocessedBefore)
{
    private readonly List<(string Source, LedgerGap Gap)> gaps = [];

    private (string, object?)[] Values => [("source", source ?? ""), ("from", from ?? 0), ("hour", Micros.HourOf(from ?? 0)), ("before", unprocessedBefore)];

    public async Task<IReadOnlyList<(string Source, LedgerGap Gap)>> FindAsync(
        Dictionary<string, IntakeCounts> intake, Dictionary<string, JournalLedger> journal, Dictionary<string, MomentLedger> moments)
    {
        foreach (var (id, counts) in intake)
            Compare(id, "read", counts.Read, counts.Accepted + counts.Duplicate + counts.Quarantined, null);
        if (from is null)
            await RecordsAsync();
        foreach (var id in intake.Keys.Union(journal.Keys, StringComparer.Ordinal))
        {
            var (counted, there) = (intake.GetValueOrDefault(id, IntakeCounts.None).Facts, journal.GetValueOrDefault(id, JournalLedger.None).Facts);
            if (counted != there)
                Compare(id, "batches", counted, there, await FirstHourAsync(id));
        }

        await FactsAsync();
        await RowsAsync(
            "unprocessed",
            $"SELECT source, count(*), min(coalesce(waiting_since, created_at)) FROM batches WHERE processed_at IS NULL AND coalesce(waiting_since, created_at) < @before AND created_at >= @from {Of("source")} GROUP BY source");
        if (from is null)
            await MomentsAsync(moments);
        await RowsAsync(
            "signals",
            $"""
            SELECT m.source, count(*), min(m.detected_at) FROM moments m LEFT JOIN signals s ON s.id = m.signal_id
            WHERE s.id IS NULL AND (m.signal_id IS NOT NULL OR (m.outcome = 'signalled' AND m.withdrawn_at IS NULL)) AND m.detected_at >= @from {Of("m.source")} GROUP BY m.source
            """);
        await DeliveriesAsync();
        return gaps;
    }

    private string Of(string column) => source is null ? "" : $"AND {column} = @source";

    private void Compare(string id, string what, long counted, long there, DateTimeOffset? since)
    {
        if (counted != there)
            gaps.Add((id, new LedgerGap(counted > there ? what : what + "-uncounted", Math.Abs(counted - there), since)));
    }

    private async Task RowsAsync(string what, string sql) => gaps.AddRange(await session.QueryAsync(
        sql, reader => (reader.GetString(0), new LedgerGap(what, reader.GetInt64(1), reader.TimeOrNull(2))), Values));

    /// <summary>Each accepted version of a record, and each time an export did not hold it any more, is one revision.</summary>
    private async Task RecordsAsync()
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT c.source, c.versions, coalesce(r.revisions, 0) FROM
                (SELECT source, CAST(sum(accepted) + sum(gone) AS bigint) AS versions FROM source_counts GROUP BY source) c JOIN sources s ON s.name = c.source LEFT JOIN
                (SELECT source, CAST(sum(revision) AS bigint) AS revisions FROM records GROUP BY source) r ON r.source = s.id
            WHERE c.versions <> coalesce(r.revisions, 0) {Of("c.source")}
            """,
            static reader => (Source: reader.GetString(0), Counted: reader.GetInt64(1), There: reader.GetInt64(2)),
            Values);
        foreach (var row in rows)
            Compare(row.Source, "records", row.Counted, row.There, null);
    }

    /// <summary>The first hour of which the intake counted other facts than the batches hold; of a day whose hours were added up, its first. Days are compared before hours for those.</summary>
    private async Task<DateTimeOffset?> FirstHourAsync(string id)
    {
        (string, object?)[] values = [("source", id), ("hour", Micros.HourOf(from ?? 0)), ("from", from ?? 0)];
        var counted = (await session.QueryAsync(
            "SELECT hour, CAST(sum(facts) AS bigint) FROM source_counts WHERE source = @source AND hour >= @hour GROUP BY hour", static reader => (Hour: reader.GetInt64(0), Facts: reader.GetInt64(1)), values))
            .ToDictionary(row => row.Hour, row => row.Facts);
        var there = (await session.QueryAsync(
            $"SELECT created_at / {Micros.HourLength} AS hour, CAST(sum(facts) AS bigint) FROM batches WHERE source = @source AND created_at >= @from GROUP BY created_at / {Micros.HourLength}",
            static reader => (Hour: reader.GetInt64(0), Facts: reader.GetInt64(1)),
            values)).ToDictionary(row => row.Hour, row => row.Facts);
        // Of what was counted before hours were told apart, nothing can be said.
        if (counted.ContainsKey(0))
            return null;
        var day = counted.Keys.Union(there.Keys).GroupBy(hour => BelgianTime.DayOf(Micros.OfHour(hour)))
            .Where(hours => hours.Sum(hour => counted.GetValueOrDefault(hour)) != hours.Sum(hour => there.GetValueOrDefault(hour))).MinBy(hours => hours.Key);
        if (day is null)
            return null;
        var start = BelgianTime.StartOf(day.Key);
        var isFolded = day.Where(counted.ContainsKey).All(hour => Micros.OfHour(hour) == start) && day.Any(counted.ContainsKey);
        return isFolded ? start.ToUniversalTime() : Micros.OfHour(day.Where(hour => counted.GetValueOrDefault(hour) != there.GetValueOrDefault(hour)).Min());
    }

    private async Task FactsAsync()
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT b.source, CAST(sum(b.facts - b.erased) AS bigint), CAST(sum(coalesce(f.there, 0)) AS bigint), min(b.created_at)
            FROM batches b LEFT JOIN (SELECT batch_id, count(*) AS there FROM facts GROUP BY batch_id) f ON f.batch_id = b.id
            WHERE b.facts - b.erased <> coalesce(f.there, 0) AND b.created_at >= @from {Of("b.source")} GROUP BY b.source, b.facts - b.erased > coalesce(f.there, 0)
            """,
            static reader => (Source: reader.GetString(0), Counted: reader.GetInt64(1), There: reader.GetInt64(2), Since: reader.Time(3)),
            Values);
        foreach (var row in rows)
            Compare(row.Source, "facts", row.Counted, row.There, row.Since);
    }

    private async Task MomentsAsync(Dictionary<string, MomentLedger> moments)
    {
        var found = await session.QueryAsync(
            $"SELECT source, CAST(sum(found) AS bigint) FROM moment_counts WHERE 1 = 1 {Of("source")} GROUP BY source", static reader => (Source: reader.GetString(0), Count: reader.GetInt64(1)), Values);
        var counted = found.ToDictionary(row => row.Source, row => row.Count, StringComparer.Ordinal);
        foreach (var id in counted.Keys.Union(moments.Keys, StringComparer.Ordinal))
            Compare(id, "moments", counted.GetValueOrDefault(id), moments.GetValueOrDefault(id, MomentLedger.None).All, null);
    }

    /// <summary>A signal of which nothing was decided is as bad: the refusal itself would be a delivery.</summary>
    private async Task DeliveriesAsync()
    {
        var rows = await session.QueryAsync(
            $"""
            SELECT m.source, CAST(sum(CASE WHEN s.told = 0 THEN 1 ELSE s.told END) AS bigint), CAST(sum(coalesce(d.there, 0)) AS bigint), min(s.issued_at)
            FROM signals s JOIN moments m ON m.id = s.moment_id LEFT JOIN (SELECT signal_id, count(*) AS there FROM deliveries GROUP BY signal_id) d ON d.signal_id = s.id
            WHERE (s.told <> coalesce(d.there, 0) OR s.told = 0) AND s.issued_at >= @from {Of("m.source")} GROUP BY m.source, s.told >= coalesce(d.there, 0)
            """,
            static reader => (Source: reader.GetString(0), Counted: reader.GetInt64(1), There: reader.GetInt64(2), Since: reader.Time(3)),
            Values);
        foreach (var row in rows)
            Compare(row.Source, "deliveries", row.Counted, row.There, row.Since);
    }
}
