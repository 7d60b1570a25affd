using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules;

/// <summary>A span of calendar time as a rule says it: <c>14 days</c>, <c>6 months</c>. Days, weeks, months and years are those of the calendar in Europe/Brussels; hours are of 60 minutes.</summary>
/// <param name="Count">How many; not negative.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    /// <summary>No rule looks further, in whatever unit it says so.</summary>
    public const int MostYears = 150;

    /// <summary>The instant so much later, at the same time of day in Belgium (hours excepted); the end of the calendar where that lies beyond it.</summary>
    public DateTimeOffset After(DateTimeOffset instant) => Move(instant, Count);

    /// <summary>The instant so much earlier, at the same time of day in Belgium (hours excepted); the begin of the calendar where that lies before it.</summary>
    public DateTimeOffset Before(DateTimeOffset instant) => Move(instant, -Count);

    /// <summary>No shorter than this, wherever it starts: a month has 28 days at least, and summer time takes an hour.</summary>
    internal TimeSpan AtLeast => Unit switch
    {
        PeriodUnit.Hour => TimeSpan.FromHours(Count),
        PeriodUnit.Day => TimeSpan.FromDays(Count) - TimeSpan.FromHours(1),
        PeriodUnit.Week => TimeSpan.FromDays(7 * Count) - TimeSpan.FromHours(1),
        PeriodUnit.Month => TimeSpan.FromDays(28 * Count) - TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(365 * Count) - TimeSpan.FromHours(1),
    };

    private static int Most(PeriodUnit unit) => MostYears * unit switch
    {
        PeriodUnit.Hour => 24 * 365,
        PeriodUnit.Day => 365,
        PeriodUnit.Week => 52,
        PeriodUnit.Month => 12,
        _ => 1,
    };

    /// <summary>Reads <c>14 days</c>, <c>1 year</c>; false where the text is none, or says more than <see cref="MostYears"/> years.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        var word = parts[1].EndsWith('s') ? parts[1][..^1] : parts[1];
        if (!Enum.TryParse<PeriodUnit>(word, ignoreCase: true, out var unit) || !Enum.IsDefined(unit) || char.IsAsciiDigit(word[0]) || count > Most(unit))
            return false;
        period = new Period(count, unit);
        return true;
    }

    /// <summary>As a rule says it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");

    private DateTimeOffset Move(DateTimeOffset instant, int count)
    {
        if (Unit == PeriodUnit.Hour)
            return new DateTimeOffset(Within(instant.UtcTicks, count, TimeSpan.TicksPerHour), TimeSpan.Zero);
        var local = TimeZoneInfo.ConvertTime(instant, BelgianTime.Zone).DateTime;
        return BelgianTime.At(Unit switch
        {
            PeriodUnit.Day => new DateTime(Within(local.Ticks, count, TimeSpan.TicksPerDay)),
            PeriodUnit.Week => new DateTime(Within(local.Ticks, count, 7 * TimeSpan.TicksPerDay)),
            PeriodUnit.Month => MoveMonths(local, count),
            _ => MoveMonths(local, 12L * count),
        });
    }

    /// <summary>Sources write 9999-12-31 for "no end": what is counted from there ends there.</summary>
    private static long Within(long ticks, int count, long each) =>
        (long)Int128.Clamp(ticks + ((Int128)count * each), DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);

    private static DateTime MoveMonths(DateTime local, long months) => ((12L * (local.Year - 1)) + local.Month - 1 + months) switch
    {
        < 0 => DateTime.MinValue,
        >= 12L * 9999 => DateTime.MaxValue,
        _ => local.AddMonths((int)months),
    };
}
