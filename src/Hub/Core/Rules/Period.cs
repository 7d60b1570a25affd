using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Rules;

/// <summary>A span of calendar time as a rule says it: <c>14 days</c>, <c>6 months</c>. Days, weeks, months and years are those of the calendar in Europe/Brussels; hours are of 60 minutes.</summary>
/// <param name="Count">How many; not negative.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Period(int Count, PeriodUnit Unit)
{
    /// <summary>The instant so much later, at the same time of day in Belgium (hours excepted).</summary>
    public DateTimeOffset After(DateTimeOffset instant) => Move(instant, Count);

    /// <summary>The instant so much earlier, at the same time of day in Belgium (hours excepted).</summary>
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

    /// <summary>Reads <c>14 days</c>, <c>1 year</c>; false where the text is none.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 50_000)
            return false;
        var word = parts[1].EndsWith('s') ? parts[1][..^1] : parts[1];
        if (!Enum.TryParse<PeriodUnit>(word, ignoreCase: true, out var unit) || !Enum.IsDefined(unit) || char.IsAsciiDigit(word[0]))
            return false;
        period = new Period(count, unit);
        return true;
    }

    /// <summary>As a rule says it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");

    private DateTimeOffset Move(DateTimeOffset instant, int count)
    {
        if (Unit == PeriodUnit.Hour)
            return instant.AddHours(count);
        var local = TimeZoneInfo.ConvertTime(instant, BelgianTime.Zone).DateTime;
        return BelgianTime.At(Unit switch
        {
            PeriodUnit.Day => local.AddDays(count),
            PeriodUnit.Week => local.AddDays(7 * count),
            PeriodUnit.Month => local.AddMonths(count),
            _ => local.AddYears(count),
        });
    }
}
