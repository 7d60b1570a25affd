using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenALeefloonStops : Story
{
    private const string Stopped = "leefloon-stopgezet";
    private const string RanOut = "leefloon-stopgezet-einde-termijn";

    [Fact]
    [Tells(Outcome.Fires, of: Stopped)]
    public void It_counts_after_two_weeks_without_another_income()
    {
        Given(Granted("2026-01-01", Leefloon));
        Given(Ended("2026-05-31", Leefloon, reason: "verhuis"));

        Moments(on: "2026-06-13").ShouldBeEmpty();
        LooksAgain(after: "2026-06-13").ShouldBe("2026-06-14");
        Moments(on: "2026-06-14").ShouldBe([Stopped]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Stopped)]
    public void The_ocmw_of_the_new_municipality_that_grants_it_holds_it_back()
    {
        Given(Granted("2026-01-01", Leefloon));
        Given(Ended("2026-05-31", Leefloon, reason: "verhuis"));
        Given(Granted("2026-06-01", Leefloon, "other"), known: "2026-06-12", source: "ocmw-next");

        Moments(on: "2026-06-14").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Stopped)]
    public void A_grant_or_a_job_that_becomes_known_later_withdraws_it()
    {
        Given(Ended("2026-05-31", Leefloon));
        Given(JobStarts("2026-06-01", "bakery"), known: "2026-06-20");

        Moments(on: "2026-06-19").ShouldBe([Stopped]);
        Moments(on: "2026-06-20").ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_that_becomes_known_after_two_months_still_reaches_a_case_worker()
    {
        Given(Ended("2026-05-31", Leefloon), known: "2026-07-31");

        Moments(on: "2026-07-31").ShouldBe([Stopped]);
        Rule(Stopped).Expires.After(Day("2026-06-14")).ShouldBeGreaterThan(Day("2026-07-31"));
    }

    [Fact]
    [Tells(Outcome.Fires, of: RanOut)]
    public void A_grant_for_a_fixed_time_that_runs_out_counts_although_nobody_reports_an_end()
    {
        Given(Granted("2026-01-01", Leefloon, until: "2026-06-30"));

        Moments(on: "2026-07-13").ShouldBeEmpty();
        Moments(on: "2026-07-14").ShouldBe([RanOut]);
        Rule(RanOut).Moment.ShouldBe(Stopped);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: RanOut)]
    public void A_grant_that_follows_the_fixed_time_holds_it_back()
    {
        Given(Granted("2026-01-01", Leefloon, until: "2026-06-30"));
        Given(Granted("2026-07-01", Leefloon, "r2", until: "2026-12-31"));

        Moments(on: "2026-07-14").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: RanOut)]
    public void A_decision_that_is_known_late_withdraws_it()
    {
        Given(Granted("2026-01-01", Leefloon, until: "2026-06-30"));
        Given(Granted("2026-07-01", Leefloon, "r2", until: "2026-12-31"), known: "2026-08-20");

        Moments(on: "2026-08-19").ShouldBe([RanOut]);
        Moments(on: "2026-08-20").ShouldBeEmpty();
    }

    [Fact]
    public void An_end_before_the_fixed_time_is_told_once()
    {
        Given(Granted("2026-01-01", Leefloon, until: "2026-06-30"));
        Given(Ended("2026-06-15", Leefloon));

        Moments(on: "2026-07-20").ShouldBe([Stopped]);
    }

    [Theory]
    [InlineData(Leefloon, null, true)]
    [InlineData(Unemployment, null, true)]
    [InlineData(Incapacity, null, true)]
    [InlineData("tegemoetkoming-personen-met-een-handicap", null, true)]
    [InlineData(Unemployment, "2026-07-10", false)]
    [InlineData("groeipakket", null, false)]
    public void Only_an_income_that_still_runs_holds_either_back(string benefit, string? until, bool isHeldBack)
    {
        Given(Granted("2026-01-01", Leefloon, "a", until: "2026-06-30"));
        Given(Ended("2026-06-30", Leefloon, "b"));
        Given(Granted("2026-07-01", benefit, "r2", until));

        var found = Moments(on: "2026-07-14");
        found.Contains(Stopped).ShouldBe(!isHeldBack);
        found.Contains(RanOut).ShouldBe(!isHeldBack);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("2026-07-10", false)]
    public void Only_work_that_still_runs_holds_either_back(string? until, bool isHeldBack)
    {
        Given(Granted("2026-01-01", Leefloon, "a", until: "2026-06-30"));
        Given(Ended("2026-06-30", Leefloon, "b"));
        Given(JobStarts("2026-07-01", "bakery"));
        if (until is not null)
            Given(JobEnds(until, "bakery"));

        var found = Moments(on: "2026-07-14");
        found.Contains(Stopped).ShouldBe(!isHeldBack);
        found.Contains(RanOut).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void The_end_of_an_earlier_leefloon_says_nothing_of_this_one_and_another_benefit_is_no_leefloon()
    {
        Given(Ended("2026-01-15", Leefloon, "r0"));
        Given(Granted("2026-02-01", Leefloon, "r1", until: "2026-06-30"));
        Given(Granted("2026-02-01", "zorgbudget", "z", until: "2026-06-30"));

        Moments(on: "2026-07-14").Count(rule => rule == RanOut).ShouldBe(1);
    }
}
