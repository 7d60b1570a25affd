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
}
