using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Mapping;

/// <summary>Remembers when days begin in Belgium: asking the time zone costs more than reading the rest of the row.</summary>
internal static class BelgianDay
{
    private static readonly int First = new DateOnly(1900, 1, 1).DayNumber;

    // Minutes east of Greenwich plus one; 0 is not yet known. Written by several threads at once, always with the same value.
    private static readonly short[] Offsets = new short[new DateOnly(2200, 1, 1).DayNumber - First];

    /// <summary><see cref="BelgianTime.StartOf"/> of a day that <see cref="BelgianDate"/> accepts.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        ref var known = ref Offsets[day.DayNumber - First];
        if (known != 0)
            return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromMinutes(known - 1));
        var start = BelgianTime.StartOf(day);

        // A day that summer time begins at midnight, or an offset in seconds before 1914, is left to the time zone each time.
        if (start.TimeOfDay == TimeSpan.Zero && start.Offset.Ticks % TimeSpan.TicksPerMinute == 0)
            known = (short)(start.Offset.TotalMinutes + 1);
        return start;
    }
}
