using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Silence;

/// <summary>
/// What is usual for a source, learned from the hours in which something came of it. Only hours of the week in which it ever sent count: nights, weekends and public holidays of who sends on working days do not. Of those it
/// may miss twice as many in a row as it did before, the worst time but one, since one outage is no habit; who sends at several hours of a day may always miss one.
/// </summary>
public static class UsualSilence
{
    /// <summary>How far back it looks.</summary>
    public static readonly TimeSpan History = TimeSpan.FromDays(91);

    /// <summary>What is late may still come: an hour counts as missed two hours after its end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>With less history than this, nothing is usual.</summary>
    private static readonly TimeSpan ShortestHistory = TimeSpan.FromDays(14);
    private const int FewestDays = 8;

    /// <summary>From how many stretches on the worst does not count.</summary>
    private const int ManyStretches = 20;

    /// <summary>Whether it is silent longer than is usual; null when it is not, or when too little is known of it.</summary>
    /// <param name="arrivals">The beginnings of the hours in which something came, any order.</param>
    /// <param name="listeningSince">Since when a hub could have heard it without interruption: what nobody could hear is not held against it.</param>
    /// <param name="now">Now.</param>
    public static SourceSilence? Of(IEnumerable<DateTimeOffset> arrivals, DateTimeOffset listeningSince, DateTimeOffset now)
    {
        var heard = arrivals.Where(hour => hour <= now && hour > now - History).Distinct().Order().ToList();
        if (heard.Count == 0 || heard[^1] - heard[0] < ShortestHistory || heard.Select(BelgianTime.DayOf).Distinct().Count() < FewestDays)
            return null;
        var usual = heard.Select(SlotOf).ToHashSet();
        var stretches = new List<int>(heard.Count);
        for (var i = 1; i < heard.Count; i++)
            stretches.Add(Missed(usual, heard[i - 1] + Hour, heard[i]));
        stretches.Sort();
        var longest = stretches.Count >= ManyStretches ? stretches[^2] : stretches[^1];
        var allowed = Math.Max(2 * longest, usual.GroupBy(slot => slot.Day).Any(day => day.Count() > 1) ? 1 : 0);

        var end = heard[^1] + Hour;
        var from = listeningSince > end ? listeningSince : end;
        var missed = Missed(usual, from, now - Grace);
        return missed > allowed ? new SourceSilence(end, missed) : null;
    }

    /// <summary>How many of the hours in which it usually sends lie wholly in a time.</summary>
    private static int Missed(HashSet<(DayOfWeek Day, int Hour)> usual, DateTimeOffset from, DateTimeOffset until)
    {
        var missed = 0;
        var whole = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % Hour.Ticks), TimeSpan.Zero);
        for (var hour = whole < from ? whole + Hour : whole; hour + Hour <= until; hour += Hour)
        {
            if (usual.Contains(SlotOf(hour)) && !BelgianHolidays.IsOn(BelgianTime.DayOf(hour)))
                missed++;
        }

        return missed;
    }

    private static (DayOfWeek Day, int Hour) SlotOf(DateTimeOffset hour)
    {
        var local = TimeZoneInfo.ConvertTime(hour, BelgianTime.Zone);
        return (local.DayOfWeek, local.Hour);
    }
}
