namespace IntegrationHub.Contracts;

/// <summary>The calendar that partners and case workers live in: Europe/Brussels.</summary>
public static class BelgianTime
{
    /// <summary>Europe/Brussels, summer time included.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>The instant a calendar day begins in Belgium.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant after a last day; null for 9999-12-31, which sources write for "no end".</summary>
    public static DateTimeOffset? EndOf(DateOnly lastDay) => lastDay == DateOnly.MaxValue ? null : StartOf(lastDay.AddDays(1));

    /// <summary>
    /// The instant of a Belgian wall-clock time. A time that summer time skips is taken an hour later; a time that occurs twice is taken as the first. What lies before the first instant there is, is that instant.
    /// </summary>
    public static DateTimeOffset At(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return local.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(local, offset);
    }

    /// <summary>The calendar day that an instant falls on in Belgium.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
