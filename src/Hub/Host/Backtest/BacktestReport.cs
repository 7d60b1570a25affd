using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Backtest;

/// <summary>What a test on history found, as <c>hub rules test --json</c> prints it.</summary>
/// <param name="Rules">Where the rules under test were read.</param>
/// <param name="Tested">How many rules that are.</param>
/// <param name="Citizens">How many citizens were tested.</param>
/// <param name="Facts">How many versions of facts were read; one of a household as often as it was read.</param>
/// <param name="Since">From when moments were counted; null for from the beginning.</param>
/// <param name="Until">Until when: the time of the test.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Moments">By rule, in the order of ids; also those that found nothing.</param>
/// <param name="Signals">By partner, the most first.</param>
/// <param name="Unheard">How many moments would go to nobody.</param>
internal sealed record BacktestReport(
    string Rules,
    int Tested,
    long Citizens,
    long Facts,
    DateOnly? Since,
    DateTimeOffset Until,
    double Seconds,
    IReadOnlyList<BacktestReport.RuleRow> Moments,
    IReadOnlyList<BacktestReport.PartnerRow> Signals,
    long Unheard)
{
    /// <summary>What one rule found. Added and gone: compared with the active rules, null where nothing is compared.</summary>
    internal sealed record RuleRow(string Rule, int Total, int Withdrawn, int TooLate, int? Added, int? Gone, IReadOnlyDictionary<string, int> Months, IReadOnlyList<SampleRow> Sample);

    /// <summary>One moment to look at: <c>hub rules explain --citizen</c> tells more.</summary>
    internal sealed record SampleRow(CitizenRef Citizen, DateOnly HappenedOn, DateOnly RaisedOn, DateOnly? WithdrawnOn);

    /// <summary>The signals a partner would have received, by week (<c>2026-W07</c>).</summary>
    internal sealed record PartnerRow(string Partner, int Total, double PerWeek, string BusiestWeek, int InBusiestWeek, IReadOnlyDictionary<string, int> Weeks);
}
