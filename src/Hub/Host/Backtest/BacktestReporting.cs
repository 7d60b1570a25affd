using System.Globalization;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Rules;

namespace IntegrationHub.Host.Backtest;

/// <summary>Makes the report of what was counted.</summary>
internal static class BacktestReporting
{
    private const double DaysOfWeek = 7;
    private static readonly RuleTally Nothing = new();

    public static IReadOnlyList<BacktestReport.RuleRow> Moments(BacktestTally tally, IEnumerable<Rule> rules, bool isCompared) =>
    [
        .. rules.Select(rule => rule.Id).Union(tally.Rules.Keys).Order(StringComparer.Ordinal).Select(id => Row(id, tally.Rules.GetValueOrDefault(id) ?? Nothing, isCompared)),
    ];

    /// <summary>An average week is one of all weeks from the first with a signal until the end of the test.</summary>
    public static IReadOnlyList<BacktestReport.PartnerRow> Signals(BacktestTally tally, DateTimeOffset until)
    {
        var all = tally.Signals.Values.SelectMany(weeks => weeks.Keys).ToList();
        if (all.Count == 0)
            return [];
        var first = all.Min(StringComparer.Ordinal)!;
        var begin = ISOWeek.ToDateTime(int.Parse(first.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(first.AsSpan(6), CultureInfo.InvariantCulture), DayOfWeek.Monday);
        var weeks = Math.Max(1, Math.Ceiling((BelgianTime.DayOf(until).ToDateTime(TimeOnly.MinValue) - begin).TotalDays / DaysOfWeek));
        return
        [
            .. tally.Signals.Select(partner => Row(partner.Key, partner.Value, weeks)).OrderByDescending(row => row.Total).ThenBy(row => row.Partner, StringComparer.Ordinal),
        ];
    }

    private static BacktestReport.RuleRow Row(string id, RuleTally tally, bool isCompared) => new(
        id,
        tally.Total,
        tally.Withdrawn,
        tally.TooLate,
        isCompared ? tally.Added : null,
        isCompared ? tally.Gone : null,
        tally.Months.ToDictionary(month => month.Key.ToString("yyyy-MM", CultureInfo.InvariantCulture), month => month.Value),
        [.. tally.Sample.Select(one => new BacktestReport.SampleRow(one.Moment.Citizen, BelgianTime.DayOf(one.Moment.OccurredAt), BelgianTime.DayOf(one.RaisedAt), one.WithdrawnAt is { } at ? BelgianTime.DayOf(at) : null))]);

    private static BacktestReport.PartnerRow Row(string partner, SortedDictionary<string, int> signals, double weeks)
    {
        var (busiest, most) = signals.MaxBy(week => week.Value);
        var total = signals.Values.Sum();
        return new BacktestReport.PartnerRow(partner, total, Math.Round(total / weeks, 1), busiest, most, signals);
    }
}
