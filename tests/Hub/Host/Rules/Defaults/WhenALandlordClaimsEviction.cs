using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenALandlordClaimsEviction : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "uithuiszetting")]
    public void It_counts_at_once_and_only_the_ocmw_receives_it()
    {
        Given(Eviction("2026-03-03", hearing: "2026-04-01"));

        Moments(on: "2026-03-03").ShouldBe(["uithuiszetting"]);
        Rule("uithuiszetting").Recipients.ShouldBe([PartnerRole.Ocmw]);
        Rule("uithuiszetting").Priority.ShouldBe(Priority.Urgent);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "uithuiszetting")]
    public void A_claim_that_becomes_known_after_two_months_is_history()
    {
        Given(Eviction("2026-03-03"), known: "2026-05-10");

        Moments(on: "2026-05-10").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "uithuiszetting")]
    public void A_claim_that_is_dropped_withdraws_it()
    {
        var claim = Given(Eviction("2026-03-03"));
        Withdrawn(claim, on: "2026-03-20");

        Moments(on: "2026-03-19").ShouldBe(["uithuiszetting"]);
        Moments(on: "2026-03-20").ShouldBeEmpty();
    }
}
