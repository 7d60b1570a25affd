using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenUnemploymentBenefitIsSuspended : Story
{
    private const string Moment = "schorsing-werkloosheid";

    [Theory]
    [InlineData("sanctie", "2026-03-28")]
    [InlineData("uitsluiting", null)]
    [Tells(Outcome.Fires, of: Moment)]
    public void It_counts_from_the_first_day_without(string reason, string? until)
    {
        Given(Suspended("2026-03-01", Unemployment, reason: reason, until: until), known: "2026-03-10");

        Moments(on: "2026-03-10").ShouldBe([Moment]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Moment)]
    public void A_new_job_or_a_new_benefit_within_a_month_holds_it_back()
    {
        Given(Suspended("2026-03-01", Unemployment, reason: "sanctie"));
        Given(JobStarts("2026-03-16", "bakery"));

        Moments(on: "2026-03-15").ShouldBe([Moment]);
        Moments(on: "2026-03-16").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Moment)]
    public void An_attest_that_is_annulled_withdraws_it()
    {
        var sanction = Given(Suspended("2026-03-01", Unemployment, reason: "sanctie"));
        Withdrawn(sanction, on: "2026-03-20");

        Moments(on: "2026-03-19").ShouldBe([Moment]);
        Moments(on: "2026-03-20").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Unemployment, "2026-03-31", null, true)]
    [InlineData(Unemployment, "2026-04-01", null, false)]
    [InlineData(Unemployment, "2026-03-10", "2026-03-20", false)]
    [InlineData(Leefloon, "2026-03-10", null, false)]
    public void Only_the_same_benefit_granted_within_a_month_and_still_running_takes_it_back(string benefit, string day, string? until, bool isHeldBack)
    {
        Given(Suspended("2026-03-01", Unemployment, reason: "sanctie"));
        Given(Granted(day, benefit, "r2", until));

        Moments(on: "2026-04-01").Contains(Moment).ShouldBe(!isHeldBack);
    }

    [Theory]
    [InlineData("2026-03-31", null, true)]
    [InlineData("2026-04-01", null, false)]
    [InlineData("2026-03-10", "2026-03-20", false)]
    public void Only_work_begun_within_a_month_and_still_running_takes_it_back(string day, string? until, bool isHeldBack)
    {
        Given(Suspended("2026-03-01", Unemployment, reason: "sanctie"));
        Given(JobStarts(day, "bakery"));
        if (until is not null)
            Given(JobEnds(until, "bakery"));

        Moments(on: "2026-04-01").Contains(Moment).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void A_suspension_of_another_benefit_is_another_matter()
    {
        Given(Suspended("2026-03-01", Leefloon, reason: "sanctie"));

        Moments(on: "2026-03-01").ShouldBeEmpty();
    }
}
