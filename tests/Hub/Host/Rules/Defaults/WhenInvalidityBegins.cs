using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenInvalidityBegins : Story
{
    private const string Invalidity = "invaliditeit";
    private const string Rest = "ziekte-invaliditeit";

    [Fact]
    [Tells(Outcome.Fires, of: Rest)]
    public void It_counts_on_the_day_that_an_attestation_named_long_before()
    {
        Given(Granted("2025-06-01", Incapacity));
        Given(Circumstance("2026-06-01", Invalidity, ("right", "r1"), ("incapacitySince", "2025-06-01")), known: "2025-07-01");

        Moments(on: "2026-05-31").ShouldBe(["ziekte"]);
        Moments(on: "2026-06-01").ShouldBe(["ziekte", "ziekte-invaliditeit"], ignoreOrder: true);
        Rule("ziekte-invaliditeit").Moment.ShouldBe(Rule("ziekte").Moment, "the two find one kind of moment");
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Rest)]
    public void Who_is_back_at_work_by_then_has_no_invalidity()
    {
        Given(Granted("2025-06-01", Incapacity));
        Given(Circumstance("2026-06-01", Invalidity), known: "2025-07-01");
        Given(Ended("2026-03-31", Incapacity, reason: "3"));

        Moments(on: "2026-06-01").ShouldBeEmpty();
    }

    [Fact]
    public void Attestations_that_repeat_it_are_one_moment()
    {
        Given(Granted("2025-06-01", Incapacity));
        Given(Circumstance("2026-06-01", Invalidity, ("right", "a1")), known: "2026-05-01");
        Given(Circumstance("2026-06-01", Invalidity, ("right", "a2")), known: "2026-05-20");
        Given(Circumstance("2026-06-03", Invalidity, ("right", "a3")), known: "2026-06-05");

        Moments(on: "2026-06-10").Count(rule => rule == "ziekte-invaliditeit").ShouldBe(1);
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Rest)]
    public void An_attestation_that_is_cancelled_withdraws_it()
    {
        Given(Granted("2026-06-01", Incapacity));
        var invalidity = Given(Circumstance("2026-06-01", Invalidity));
        Withdrawn(invalidity, on: "2026-06-12");

        Moments(on: "2026-06-11").ShouldBe(["ziekte-invaliditeit"]);
        Moments(on: "2026-06-12").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2025-12-01", 1)]
    [InlineData("2025-11-30", 2)]
    public void What_an_attestation_names_within_half_a_year_is_the_same_invalidity(string earlier, int moments)
    {
        Given(Granted("2025-06-01", Incapacity));
        Given(Circumstance(earlier, Invalidity));
        Given(Circumstance("2026-06-01", Invalidity));

        Moments(on: "2026-06-01").Count(rule => rule == Rest).ShouldBe(moments);
    }

    [Fact]
    public void Another_benefit_does_not_make_it()
    {
        Given(Granted("2026-05-01", Leefloon));
        Given(Circumstance("2026-06-01", Invalidity));

        Moments(on: "2026-06-01").ShouldBeEmpty();
    }
}
