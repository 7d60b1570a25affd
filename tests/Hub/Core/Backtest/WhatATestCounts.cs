using IntegrationHub.Contracts;
using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Detection;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Backtest;

public sealed class WhatATestCounts
{
    private static readonly TimeSpan BundleWithin = TimeSpan.FromDays(14);

    [Fact]
    public void Moments_are_counted_by_the_month_in_Belgium_in_which_they_were_raised()
    {
        var tally = Tally([Raised("ontslag", "2025-03-31T23:30:00Z"), Raised("ontslag", "2025-04-02", "b"), Raised("ontslag", "2025-05-02", "c", withdrawn: "2025-05-09")]);

        var rule = tally.Rules["ontslag"];
        rule.Months.ShouldBe(new Dictionary<DateOnly, int> { [new(2025, 4, 1)] = 2, [new(2025, 5, 1)] = 1 });
        (rule.Total, rule.Withdrawn).ShouldBe((3, 1));
    }

    [Fact]
    public void The_difference_tells_what_is_added_and_what_is_gone_by_rule()
    {
        var tally = Tally([Raised("ontslag", "2025-03-01"), Raised("nieuw", "2025-03-01")], active: [Raised("ontslag", "2025-03-01"), Raised("ontslag", "2025-04-01", "b")]);

        (tally.Rules["ontslag"].Added, tally.Rules["ontslag"].Gone).ShouldBe((0, 1));
        (tally.Rules["nieuw"].Added, tally.Rules["nieuw"].Gone).ShouldBe((1, 0));
    }

    [Fact]
    public void The_sample_is_the_latest_of_each_rule_in_whatever_order_they_came()
    {
        ReplayedMoment[] moments = [.. Enumerable.Range(1, 9).Select(day => Raised("ontslag", $"2025-03-{day:00}", $"{day}"))];

        Tally(moments).Rules["ontslag"].Sample.Select(one => one.RaisedAt).ShouldBe([At("2025-03-09"), At("2025-03-08"), At("2025-03-07")]);
        Tally([.. moments.Reverse()]).Rules["ontslag"].Sample.Select(one => one.RaisedAt).ShouldBe([At("2025-03-09"), At("2025-03-08"), At("2025-03-07")]);
    }

    [Fact]
    public void A_moment_within_the_bundle_window_joins_the_signal_and_one_after_it_is_a_signal_of_its_own()
    {
        Tally([Raised("ontslag", "2025-03-03"), Raised("ziekte", "2025-03-12", "b"), Raised("faillissement", "2025-04-02", "c")])
            .Signals["ocmw-gent"].ShouldBe(new Dictionary<string, int> { ["2025-W10"] = 1, ["2025-W14"] = 1 });
    }

    [Fact]
    public void A_second_moment_of_one_kind_joins_the_signal_while_it_is_open_however_long_ago()
    {
        Tally([Raised("ontslag", "2025-03-03"), Raised("ontslag", "2025-04-02", "b")]).Signals["ocmw-gent"].Values.Sum().ShouldBe(1);
        Tally([Raised("ontslag", "2025-03-03", withdrawn: "2025-03-20"), Raised("ontslag", "2025-04-02", "b")]).Signals["ocmw-gent"].Values.Sum().ShouldBe(2);
        Tally([Raised("ontslag", "2025-03-03"), Raised("ontslag", "2025-08-02", "b")]).Signals["ocmw-gent"].Values.Sum().ShouldBe(2);
    }

    [Fact]
    public void A_partner_that_joins_an_open_signal_later_receives_one()
    {
        var signals = Tally([Raised("ontslag", "2025-03-03"), Raised("ziekte", "2025-03-12", "b") with { Recipients = ["ocmw-gent", "caw"] }]).Signals;

        (signals["ocmw-gent"].Values.Sum(), signals["caw"].Values.Sum()).ShouldBe((1, 1));
    }

    [Fact]
    public void A_moment_that_came_too_late_is_no_signal_and_one_for_nobody_is_told()
    {
        var tally = Tally([Raised("ontslag", "2025-03-03", expires: "2025-03-02"), Raised("ontslag", "2025-03-03", "b") with { Recipients = [] }]);

        (tally.Signals.Count, tally.Unheard, tally.Rules["ontslag"].TooLate).ShouldBe((0, 1, 1));
    }

    private static BacktestTally Tally(ReplayedMoment[] moments, ReplayedMoment[]? active = null)
    {
        var tally = new BacktestTally();
        tally.Add(new CitizenHistory(Ann, [], []), moments, active, BundleWithin);
        return tally;
    }

    private static ReplayedMoment Raised(string rule, string at, string anchor = "a", string? withdrawn = null, string? expires = null)
    {
        var time = at.Contains('T', StringComparison.Ordinal) ? DateTimeOffset.Parse(at) : At(at);
        var moment = new Moment(rule, rule, Ann, new FactIdentity("dimona", anchor, "end"), "employment-ended", time, time) { ExpiresAt = expires is null ? time.AddDays(60) : At(expires) };
        return new ReplayedMoment(moment, time, withdrawn is null ? null : At(withdrawn), ["ocmw-gent"]);
    }
}
