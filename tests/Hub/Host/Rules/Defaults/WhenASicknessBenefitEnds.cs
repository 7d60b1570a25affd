using IntegrationHub.Core.Rules;
using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenASicknessBenefitEnds : Story
{
    private const string Usual = "einde-arbeidsongeschiktheid";
    private const string Excluded = "einde-arbeidsongeschiktheid-uitgesloten";
    private const string Absent = "einde-arbeidsongeschiktheid-geschorst";

    [Fact]
    [Tells(Outcome.Fires, of: Usual)]
    public void Without_work_or_another_income_it_counts_after_two_weeks()
    {
        Given(Granted("2026-03-01", Incapacity));
        Given(Ended("2026-04-30", Incapacity, reason: "1"));

        Moments(on: "2026-05-13").ShouldBeEmpty();
        Moments(on: "2026-05-14").ShouldBe([Usual]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Usual)]
    public void Work_or_another_benefit_holds_it_back()
    {
        Given(Granted("2026-03-01", Incapacity));
        Given(Ended("2026-04-30", Incapacity, reason: "1"));
        Given(Granted("2026-05-01", Unemployment, "u1"));

        Moments(on: "2026-05-14").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Usual)]
    public void A_job_that_is_declared_late_withdraws_it()
    {
        Given(Ended("2026-04-30", Incapacity, reason: "1"));
        Given(JobStarts("2026-05-04", "bakery"), known: "2026-05-20");

        Moments(on: "2026-05-19").ShouldBe([Usual]);
        Moments(on: "2026-05-20").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("5")]
    [InlineData("6")]
    [InlineData("8")]
    public void Death_a_pension_the_end_of_maternity_leave_and_another_ziekenfonds_are_no_moment(string exit)
    {
        Given(Ended("2026-04-30", Incapacity, reason: exit));

        Moments(on: "2026-06-01").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Fires, of: Excluded)]
    public void Excluded_by_the_doctor_counts_at_once_and_weighs_more()
    {
        Given(Granted("2026-03-01", Incapacity));
        Given(Ended("2026-04-30", Incapacity, reason: "4"));

        Moments(on: "2026-04-30").ShouldBe([Excluded]);
        Moments(on: "2026-05-30").ShouldBe([Excluded]);
        (Rule(Excluded).Priority, Rule(Usual).Priority).ShouldBe((Priority.High, Priority.Normal));
        Rule(Excluded).Moment.ShouldBe(Usual);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Excluded)]
    public void A_new_attestation_that_is_known_before_the_exclusion_holds_it_back()
    {
        Given(Granted("2026-05-10", Incapacity, "r2"), known: "2026-05-11");
        Given(Ended("2026-04-30", Incapacity, reason: "4"), known: "2026-05-12");

        Moments(on: "2026-05-12").ShouldBeEmpty();
    }

    [Fact]
    public void Granted_again_after_months_is_another_illness()
    {
        Given(Ended("2026-04-30", Incapacity, reason: "4"));
        Given(Granted("2026-06-15", Incapacity, "r2"));

        Moments(on: "2026-06-15").ShouldBe([Excluded], "six weeks without this income were there");
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Excluded)]
    public void Granted_again_within_a_month_takes_the_exclusion_back()
    {
        Given(Ended("2026-04-30", Incapacity, reason: "4"));
        Given(Granted("2026-05-08", Incapacity, "r2"));

        Moments(on: "2026-05-07").ShouldBe([Excluded]);
        Moments(on: "2026-05-08").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Fires, of: Absent)]
    public void Absent_at_a_check_is_a_suspension_and_weighs_as_much()
    {
        Given(Suspended("2026-05-01", Incapacity, reason: "9"));

        Moments(on: "2026-05-01").ShouldBe([Absent]);
        Rule(Absent).Priority.ShouldBe(Priority.High);
        Rule(Absent).Moment.ShouldBe(Usual);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Absent)]
    public void Maternity_leave_suspends_too_and_is_no_moment()
    {
        Given(Suspended("2026-05-01", Incapacity, reason: "7"));

        Moments(on: "2026-05-01").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Absent)]
    public void A_suspension_that_the_ziekenfonds_cancels_or_ends_is_withdrawn()
    {
        var absent = Given(Suspended("2026-05-01", Incapacity, reason: "9"));
        Withdrawn(absent, on: "2026-05-06");
        Moments(on: "2026-05-06").ShouldBeEmpty();

        Given(Suspended("2026-06-01", Incapacity, reason: "9"));
        Given(Granted("2026-06-10", Incapacity, "r2"));
        Moments(on: "2026-06-09").ShouldBe([Absent]);
        Moments(on: "2026-06-10").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Incapacity, "2026-05-31", null, true)]
    [InlineData(Incapacity, "2026-06-01", null, false)]
    [InlineData(Incapacity, "2026-05-10", "2026-05-20", false)]
    [InlineData(Leefloon, "2026-05-10", null, false)]
    public void Only_the_same_benefit_granted_within_a_month_and_still_running_takes_either_decision_back(string benefit, string day, string? until, bool isHeldBack)
    {
        Given(Ended("2026-05-01", Incapacity, "a", reason: "4"));
        Given(Suspended("2026-05-01", Incapacity, "b", reason: "9"));
        Given(Granted(day, benefit, "r2", until));

        var found = Moments(on: "2026-06-01");
        found.Contains(Excluded).ShouldBe(!isHeldBack);
        found.Contains(Absent).ShouldBe(!isHeldBack);
    }

    [Theory]
    [InlineData(Incapacity, null, true)]
    [InlineData(Unemployment, null, true)]
    [InlineData(Leefloon, null, true)]
    [InlineData(Leefloon, "2026-05-08", false)]
    [InlineData("zorgbudget", null, false)]
    public void Only_an_income_that_still_runs_holds_the_usual_end_back(string benefit, string? until, bool isHeldBack)
    {
        Given(Ended("2026-04-30", Incapacity, reason: "1"));
        Given(Granted("2026-05-01", benefit, "r2", until));

        Moments(on: "2026-05-14").Contains(Usual).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void A_job_of_a_week_does_not_hold_it_back()
    {
        Given(Ended("2026-04-30", Incapacity, reason: "1"));
        Given(JobStarts("2026-05-02", "bakery"));
        Given(JobEnds("2026-05-09", "bakery"));

        Moments(on: "2026-05-14").ShouldContain(Usual);
    }
}
