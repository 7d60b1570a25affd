using System.Collections.Concurrent;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Database;
using IntegrationHub.Storage.Journal;

namespace IntegrationHub.Storage.Loads;

/// <summary>
/// Opens a load in the transaction of the page that begins it: there is never a fact of a load without it. What a page must know of its source is remembered, so that most pages ask nothing.
/// </summary>
internal sealed class LoadWatch
{
    private readonly ConcurrentDictionary<string, SourceVolume> known = new(StringComparer.Ordinal);

    /// <summary>A load was opened, or a first load ended: the next page looks again.</summary>
    public void Forget(string source) => known.TryRemove(source, out _);

    /// <summary>What the page must know; with whether it is the first of its source, which is a load now.</summary>
    public async Task<(SourceVolume Volume, bool IsFirst)> BeginAsync(Session session, JournalPage page, LoadGuard guard)
    {
        var (day, now) = (BelgianTime.DayOf(page.KnownAt).DayNumber, Micros.Of(page.KnownAt));
        if (known.TryGetValue(page.Source, out var remembered) && remembered.IsFor(day, now))
            return (remembered, false);
        var loads = await session.QueryAsync(
            "SELECT reason, until_at FROM loads WHERE source = @source AND (reason = 'first-load' OR day = @day)",
            static reader => (Reason: reader.GetString(0), Until: reader.IsDBNull(1) ? SourceVolume.NotEnded : reader.GetInt64(1)),
            ("source", page.Source),
            ("day", day));
        if (!loads.Exists(load => load.Reason == LoadReasons.FirstLoad))
            return await OpenFirstAsync(session, page.Source, guard, day, now);

        // Only what others committed is remembered: this transaction may be rolled back.
        var until = loads.Find(load => load.Reason == LoadReasons.FirstLoad).Until;
        var most = now <= until ? long.MaxValue : guard.Most(await DaysAsync(session, page.Source, day));
        return (known[page.Source] = new SourceVolume(day, now, until, loads.Exists(load => load.Reason == LoadReasons.Jump), most), false);
    }

    /// <summary>Makes a load of the day, of which this much came. All of it since the first load: what was signalled already stays so.</summary>
    public static Task<int> OpenJumpAsync(Session session, JournalPage page, SourceVolume volume)
    {
        var (day, now) = (DateOnly.FromDayNumber(volume.Day), Micros.Of(page.KnownAt));
        return OpenAsync(
            session, page.Source, LoadReasons.Jump, volume.Day, Math.Max(Micros.Of(BelgianTime.StartOf(day)), volume.FirstUntil + 1), Micros.Of(BelgianTime.StartOf(day.AddDays(1))) - 1, now, LoadReasons.Open);
    }

    /// <summary>All that came before its end belongs to a first load, whichever of several pushes at once was stored first.</summary>
    private static async Task<(SourceVolume Volume, bool IsFirst)> OpenFirstAsync(Session session, string source, LoadGuard guard, int day, long now)
    {
        var until = guard.FirstLoadLasts is { } lasts ? now + (lasts.Ticks / TimeSpan.TicksPerMicrosecond) : (long?)null;
        var isFirst = await OpenAsync(session, source, LoadReasons.FirstLoad, 0, 0, until, now, guard.AsksFirst ? LoadReasons.Open : LoadReasons.Released) > 0;
        return (new SourceVolume(day, now, until ?? SourceVolume.NotEnded, false, long.MaxValue), isFirst);
    }

    private static Task<int> OpenAsync(Session session, string source, string reason, int day, long from, long? until, long now, string state) => session.ExecuteAsync(
        """
        INSERT INTO loads (source, reason, day, from_at, until_at, opened_at, state, answered_at, settled_at)
        VALUES (@source, @reason, @day, @from, @until, @now, @state, @answered, @answered) ON CONFLICT (source, reason, day) DO NOTHING
        """,
        ("source", source),
        ("reason", reason),
        ("day", day),
        ("from", from),
        ("until", until),
        ("now", now),
        ("state", state),
        ("answered", state == LoadReasons.Open ? null : now));

    /// <summary>The facts of each day that says what is usual. Older days say nothing any more.</summary>
    private static async Task<List<long>> DaysAsync(Session session, string source, int day)
    {
        (string, object?)[] values = [("source", source), ("first", day - LoadGuard.UsualDays), ("day", day)];
        var days = await session.QueryAsync(
            "SELECT day, CAST(sum(facts) AS bigint) FROM source_days WHERE source = @source AND day < @day GROUP BY day", static reader => (Day: reader.GetInt32(0), Facts: reader.GetInt64(1)), values);
        if (days.Exists(one => one.Day < day - LoadGuard.UsualDays))
            await session.ExecuteAsync("DELETE FROM source_days WHERE source = @source AND day < @first", values);
        return [.. days.Where(one => one.Day >= day - LoadGuard.UsualDays).Select(one => one.Facts)];
    }
}
