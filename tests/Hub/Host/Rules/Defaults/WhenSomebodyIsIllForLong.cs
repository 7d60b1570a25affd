using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenSomebodyIsIllForLong : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "ziekte")]
    public void Three_months_of_benefit_count_and_the_hub_wakes_for_them()
    {
        Given(Granted("2026-01-10", Incapacity));

        Moments(on: "2026-04-09").ShouldBeEmpty();
        LooksAgain(after: "2026-04-09").ShouldBe("2026-04-10");
        Moments(on: "2026-04-10").ShouldBe(["ziekte"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "ziekte")]
    public void Who_is_better_by_then_is_not_signalled_for_it()
    {
        Given(Granted("2026-01-10", Incapacity));
        Given(Ended("2026-02-20", Incapacity, reason: "2"));

        Moments(on: "2026-04-10").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "ziekte")]
    public void An_end_later_on_withdraws_it()
    {
        Given(Granted("2026-01-10", Incapacity));
        Given(Ended("2026-05-31", Incapacity, reason: "5"));

        Moments(on: "2026-05-30").ShouldBe(["ziekte"]);
        Moments(on: "2026-05-31").ShouldBeEmpty();
    }

    [Fact]
    public void An_attestation_a_month_is_one_illness()
    {
        Given(Granted("2026-01-10", Incapacity, "a1", until: "2026-02-09"));
        Given(Granted("2026-02-10", Incapacity, "a2", until: "2026-03-09"));
        Given(Granted("2026-03-10", Incapacity, "a3", until: "2026-04-30"));

        Moments(on: "2026-04-10").ShouldBe(["ziekte"]);
        Given(Granted("2026-05-01", Incapacity, "a4"));
        Moments(on: "2026-07-02").ShouldBe(["ziekte"], "the first attestation still carries it");
    }

    [Fact]
    public void Two_attestations_of_one_day_do_not_hold_each_other_back()
    {
        Given(Granted("2026-01-10", Incapacity, "a1"));
        Given(Granted("2026-01-10", Incapacity, "a2"));

        Moments(on: "2026-04-10").ShouldBe(["ziekte"]);
    }

    [Theory]
    [InlineData("2026-02-10", 1)]
    [InlineData("2026-02-09", 2)]
    public void An_illness_that_comes_back_within_three_months_is_the_same(string earlier, int moments)
    {
        Given(Granted(earlier, Incapacity, "a1", until: "2026-03-01"));
        Given(Granted("2026-05-10", Incapacity, "a2"));

        Moments(on: "2026-08-10").Count(rule => rule == "ziekte").ShouldBe(moments);
    }

    [Fact]
    public void Another_benefit_neither_makes_it_nor_carries_it_nor_holds_it_back()
    {
        Given(Granted("2025-12-01", Leefloon, "l1"));
        Given(Granted("2026-01-10", Incapacity));
        Given(Granted("2026-04-20", Leefloon, "l2"));
        Moments(on: "2026-07-25").ShouldBe(["ziekte"]);

        Given(Ended("2026-07-26", Incapacity, reason: "2"));
        Moments(on: "2026-07-26").ShouldBeEmpty();
    }
}
