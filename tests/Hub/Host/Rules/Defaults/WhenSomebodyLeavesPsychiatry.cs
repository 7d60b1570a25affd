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
}
