using System.Data.Common;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Storage.Ledger;

/// <summary>Counts the rows by source, each place by itself, and lays what is missing beside it.</summary>
internal sealed class LedgerReading(Session session, string? source, long? from, long unprocessedBefore)
{
    private const int SchemaOfHours = 11;

    /// <summary>
    /// The first hour to count, micros: where hours are told apart since an upgrade, no day that was only partly counted. A day, because hours of long ago are added up to theirs (<see cref="CountFolding"/>).
    /// </summary>
    public static async Task<long> FromAsync(Session session, DateTimeOffset since)
    {
        var upgraded = await session.CountAsync(
            "SELECT max(applied_at) FROM schema_version WHERE version = @version AND EXISTS (SELECT 1 FROM source_counts WHERE hour = 0 AND read_count > 0)", ("version", SchemaOfHours));
        var hour = Micros.HourOf(Micros.Of(since));
        var whole = upgraded == 0 ? 0 : Micros.HourOf(Micros.Of(BelgianTime.StartOf(BelgianTime.DayOf(Micros.ToTime(upgraded)).AddDays(1))));
        return Micros.Of(Micros.OfHour(Math.Max(hour, whole)));
    }

    public async Task<LedgerBook> ReadAsync()
    {
        var intake = await ByAsync(
            """
            SELECT source, CAST(sum(read_count) AS bigint), CAST(sum(accepted) AS bigint), CAST(sum(duplicate) AS bigint), CAST(sum(quarantined) AS bigint), CAST(sum(facts) AS bigint),
                CAST(sum(minimised) AS bigint)
            FROM source_counts WHERE hour >= @hour {source} GROUP BY source
            """,
            "source",
            static reader => new IntakeCounts(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6)));
        var quarantine = await ByAsync("SELECT source, count(*) FROM quarantine WHERE resolved_at IS NULL {source} GROUP BY source", "source", static reader => reader.GetInt64(1));
        var discarded = await ByAsync("SELECT source, count(*) FROM quarantine WHERE discarded_by IS NOT NULL {source} GROUP BY source", "source", static reader => reader.GetInt64(1));
        var journal = await ByAsync(
            """
            SELECT source, CAST(sum(facts) AS bigint), CAST(sum(erased) AS bigint), count(*), count(*) FILTER (WHERE published_at IS NOT NULL OR processed_at IS NOT NULL),
                count(*) FILTER (WHERE processed_at IS NOT NULL), min(coalesce(waiting_since, created_at)) FILTER (WHERE processed_at IS NULL)
            FROM batches WHERE created_at >= @from {source} GROUP BY source
            """,
            "source",
            static reader => new JournalLedger(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.TimeOrNull(6)));
        var moments = await ByAsync(
            """
            SELECT source, count(*) FILTER (WHERE withdrawn_at IS NULL AND outcome = 'signalled'), count(*) FILTER (WHERE withdrawn_at IS NULL AND outcome = 'held'),
                count(*) FILTER (WHERE withdrawn_at IS NULL AND outcome = 'history'), count(*) FILTER (WHERE withdrawn_at IS NULL AND outcome = 'silenced'),
                count(*) FILTER (WHERE withdrawn_at IS NULL AND outcome = 'disputed'), count(*) FILTER (WHERE withdrawn_at IS NOT NULL)
            FROM moments WHERE detected_at >= @from {source} GROUP BY source
            """,
            "source",
            static reader => new MomentLedger(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6)));
        var signals = await ByAsync(
            "SELECT m.source, count(*) FROM signals s JOIN moments m ON m.id = s.moment_id WHERE s.issued_at >= @from {source} GROUP BY m.source", "m.source", static reader => reader.GetInt64(1));
        var deliveries = await ByAsync(
            """
            SELECT m.source, count(*) FILTER (WHERE d.state = 'delivered'), count(*) FILTER (WHERE d.state = 'refused'), count(*) FILTER (WHERE d.state = 'pending'),
                count(*) FILTER (WHERE d.state = 'failed'), count(*) FILTER (WHERE d.state = 'expired'), count(*) FILTER (WHERE d.state = 'cancelled'), min(d.created_at) FILTER (WHERE d.state = 'pending')
            FROM deliveries d JOIN signals s ON s.id = d.signal_id JOIN moments m ON m.id = s.moment_id WHERE s.issued_at >= @from {source} GROUP BY m.source
            """,
            "m.source",
            static reader => new DeliveryLedger(
                reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5), reader.GetInt64(6), reader.TimeOrNull(7)));
        var missing = (await new LedgerGaps(session, source, from, unprocessedBefore).FindAsync(intake, journal, moments)).ToLookup(gap => gap.Source, gap => gap.Gap);

        var all = new SortedSet<string>([.. intake.Keys, .. quarantine.Keys, .. discarded.Keys, .. journal.Keys, .. moments.Keys, .. signals.Keys, .. missing.Select(gaps => gaps.Key)], StringComparer.Ordinal);
        return new LedgerBook(from is { } first ? Micros.ToTime(first) : null, [.. all.Select(one => new SourceLedger(
            one,
            intake.GetValueOrDefault(one, IntakeCounts.None),
            quarantine.GetValueOrDefault(one),
            journal.GetValueOrDefault(one, JournalLedger.None),
            moments.GetValueOrDefault(one, MomentLedger.None),
            signals.GetValueOrDefault(one),
            deliveries.GetValueOrDefault(one, DeliveryLedger.None),
            [.. missing[one]]) { Discarded = discarded.GetValueOrDefault(one) })]);
    }

    private async Task<Dictionary<string, T>> ByAsync<T>(string sql, string column, Func<DbDataReader, T> read)
    {
        var rows = await session.QueryAsync(
            sql.Replace("{source}", source is null ? "" : $"AND {column} = @source", StringComparison.Ordinal),
            reader => (Source: reader.GetString(0), Value: read(reader)),
            ("source", source ?? ""),
            ("from", from ?? 0),
            ("hour", Micros.HourOf(from ?? 0)));
        return rows.ToDictionary(row => row.Source, row => row.Value, StringComparer.Ordinal);
    }
}
