using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenAJobEnds : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "ontslag")]
    public void It_counts_on_the_day_itself_because_a_job_seeker_registers_within_eight_days()
    {
        Given(JobStarts("2026-01-05", "bakery"));
        Given(JobEnds("2026-06-30", "bakery"), known: "2026-06-10");

        Moments(on: "2026-06-29").ShouldBeEmpty();
        LooksAgain(after: "2026-06-29").ShouldBe("2026-06-30");
        Moments(on: "2026-06-30").ShouldBe(["ontslag"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "ontslag")]
    public void Another_job_holds_it_back_whether_it_runs_or_is_announced()
    {
        Given(JobStarts("2026-01-05", "bakery"));
        Given(JobEnds("2026-06-30", "bakery"));
        Given(JobStarts("2026-08-01", "school"), known: "2026-06-20");

        Moments(on: "2026-06-30").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "ontslag")]
    public void A_job_that_begins_later_withdraws_it()
    {
        Given(JobStarts("2026-01-05", "bakery"));
        Given(JobEnds("2026-06-30", "bakery"));
        Given(JobStarts("2026-07-15", "school"));

        Moments(on: "2026-07-14").ShouldBe(["ontslag"]);
        Moments(on: "2026-07-15").ShouldBeEmpty();
    }

    [Fact]
    public void An_end_that_the_employer_takes_back_withdraws_it()
    {
        Given(JobStarts("2026-01-05", "bakery"));
        var end = Given(JobEnds("2026-06-30", "bakery"));
        Withdrawn(end, on: "2026-07-02");

        Moments(on: "2026-07-01").ShouldBe(["ontslag"]);
        Moments(on: "2026-07-02").ShouldBeEmpty();
    }

    [Fact]
    public void The_end_of_a_student_job_is_none_and_a_student_job_is_no_other_job()
    {
        Given(JobStarts("2026-07-01", "beach-bar", kind: "STU"));
        Given(JobEnds("2026-08-31", "beach-bar", kind: "STU"));
        Moments(on: "2026-09-01").ShouldBeEmpty();

        Given(JobStarts("2026-09-01", "bakery"));
        Given(JobEnds("2026-10-31", "bakery"));
        Given(JobStarts("2026-09-05", "beach-bar-2", kind: "FLX"));
        Moments(on: "2026-11-01").ShouldBe(["ontslag"]);
    }

    [Fact]
    public void Two_sources_of_one_job_are_one_job()
    {
        Given(JobStarts("2026-01-05", "dimona-7", employer: "0999999922"), source: "magda");
        Given(JobStarts("2026-01-05", "A60-4", employer: "0999999922"), source: "ocmw");
        Given(JobEnds("2026-06-30", "dimona-7", employer: "0999999922"), source: "magda");

        Moments(on: "2026-06-30").ShouldBe(["ontslag"], "the OCMW's administration did not know the end yet");
    }

    [Fact]
    public void A_job_that_ended_years_ago_is_history_when_a_source_is_connected()
    {
        Given(JobStarts("2019-01-05", "bakery"), known: "2026-06-01");
        Given(JobEnds("2021-06-30", "bakery"), known: "2026-06-01");

        Moments(on: "2026-06-01").ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_jobs_only_the_end_of_the_last_counts()
    {
        Given(JobStarts("2026-01-05", "bakery"));
        Given(JobStarts("2026-01-05", "school"));
        Given(JobEnds("2026-03-31", "bakery"));
        Given(JobEnds("2026-06-30", "school"));

        Moments(on: "2026-06-30").ShouldBe(["ontslag"]);
    }

    [Theory]
    [InlineData("STU")]
    [InlineData("FLX")]
    public void A_job_on_the_side_neither_makes_it_nor_holds_it_back(string kind)
    {
        Given(JobEnds("2026-05-31", "beach-bar", kind));
        Moments(on: "2026-06-01").ShouldBeEmpty();

        Given(JobEnds("2026-06-30", "bakery"));
        Given(JobStarts("2026-07-01", "beach-bar-2", kind));
        Moments(on: "2026-07-01").ShouldBe(["ontslag"]);
    }
}
