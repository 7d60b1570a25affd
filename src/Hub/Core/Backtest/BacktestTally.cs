using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Backtest;

/// <summary>Counts what citizen after citizen gives. Its size depends on rules, partners and months, never on how many citizens there are. Not safe for several threads.</summary>
public sealed class BacktestTally
{
    private const int SampleSize = 3;
    private readonly Dictionary<string, RuleTally> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> signals = new(StringComparer.Ordinal);

    /// <summary>How many citizens were counted.</summary>
    public long Citizens { get; private set; }

    /// <summary>How many versions of facts were read; one of a household as often as it was read.</summary>
    public long Facts { get; private set; }

    /// <summary>How many moments would have gone to nobody.</summary>
    public long Unheard { get; private set; }

    /// <summary>By rule, those that found something.</summary>
    public IReadOnlyDictionary<string, RuleTally> Rules => rules;

    /// <summary>By partner, the signals of each week (<c>2026-W07</c>).</summary>
    public IReadOnlyDictionary<string, SortedDictionary<string, int>> Signals => signals;

    /// <summary>Counts one citizen.</summary>
    /// <param name="history">What was read of her.</param>
    /// <param name="moments">What the rules under test found.</param>
    /// <param name="active">What the active rules found; null where nothing is compared.</param>
    /// <param name="bundleWithin">The bundle window of signals.</param>
    public void Add(CitizenHistory history, IReadOnlyList<ReplayedMoment> moments, IReadOnlyList<ReplayedMoment>? active, TimeSpan bundleWithin)
    {
        Citizens++;
        Facts += history.Own.Count + history.Household.Count;
        foreach (var moment in moments)
            Add(moment);
        foreach (var (partner, at) in ExpectedSignals.Of(moments, bundleWithin))
        {
            if (!signals.TryGetValue(partner, out var weeks))
                signals[partner] = weeks = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var week = WeekOf(at);
            weeks[week] = weeks.GetValueOrDefault(week) + 1;
        }

        if (active is null)
            return;
        foreach (var added in moments.ExceptBy(active.Select(Key), Key))
            Of(added.Moment.Rule).Added++;
        foreach (var gone in active.ExceptBy(moments.Select(Key), Key))
            Of(gone.Moment.Rule).Gone++;
    }

    private static (string Rule, FactIdentity Anchor) Key(ReplayedMoment moment) => (moment.Moment.Rule, moment.Moment.Anchor);

    private static string WeekOf(DateTimeOffset at)
    {
        var day = BelgianTime.DayOf(at);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):0000}-W{ISOWeek.GetWeekOfYear(day):00}");
    }

    private RuleTally Of(string rule) => rules.TryGetValue(rule, out var known) ? known : rules[rule] = new RuleTally();

    private void Add(ReplayedMoment moment)
    {
        var tally = Of(moment.Moment.Rule);
        var day = BelgianTime.DayOf(moment.RaisedAt);
        var month = new DateOnly(day.Year, day.Month, 1);
        tally.Months[month] = tally.Months.GetValueOrDefault(month) + 1;
        tally.Withdrawn += moment.WithdrawnAt is null ? 0 : 1;
        tally.TooLate += moment.IsTooLate ? 1 : 0;
        Unheard += moment.Recipients.Count == 0 && !moment.IsTooLate ? 1 : 0;
        tally.Sample.Add(moment);
        if (tally.Sample.Count > SampleSize)
            tally.Sample.Remove(tally.Sample.Max!);
    }
}
