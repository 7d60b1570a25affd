using IntegrationHub.Core.Signals;
using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenSomebodyLeavesPsychiatry : Story
{
    private const string Left = "ontslag-psychiatrie";

    [Fact]
    [Tells(Outcome.Fires, of: Left)]
    public void It_counts_at_once_and_the_ocmw_is_not_told()
    {
        Given(Circumstance("2026-04-01", Left));

        Moments(on: "2026-04-01").ShouldBe([Left]);
        Rule(Left).Recipients.ShouldBe([PartnerRole.Caw, PartnerRole.Dmw]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Left)]
    public void A_new_stay_within_two_weeks_holds_it_back()
    {
        Given(Circumstance("2026-04-01", Left));
        Given(Admitted("2026-04-10", "s2"));

        Moments(on: "2026-04-09").ShouldBe([Left]);
        Moments(on: "2026-04-10").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Left)]
    public void A_report_that_is_taken_back_withdraws_it()
    {
        var left = Given(Circumstance("2026-04-01", Left));
        Withdrawn(left, on: "2026-04-02");

        Moments(on: "2026-04-01").ShouldBe([Left]);
        Moments(on: "2026-04-02").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-04-15", "IMP", true)]
    [InlineData("2026-04-16", "IMP", false)]
    [InlineData("2026-04-10", "EMER", false)]
    public void Only_a_stay_that_begins_within_two_weeks_holds_it_back(string day, string encounterClass, bool isHeldBack)
    {
        Given(Circumstance("2026-04-01", Left));
        Given(Admitted(day, "s2", encounterClass));

        Moments(on: "2026-04-16").Contains(Left).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void Back_home_from_that_stay_it_stands_again()
    {
        Given(Circumstance("2026-04-01", Left));
        Given(Admitted("2026-04-10", "s2"));
        Given(Discharged("2026-04-12", "s2"));

        Moments(on: "2026-04-12").ShouldContain(Left);
    }
}
