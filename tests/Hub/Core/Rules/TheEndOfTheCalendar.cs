using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

/// <summary>Sources write 9999-12-31 for "no end", and 0001-01-01 for "nobody knows".</summary>
public class TheEndOfTheCalendar
{
    private static readonly Rule Granted = When("benefit-granted");
    private static readonly HouseholdChanged Together = Household("h", "2020-01-01", Ann, Ann, Bram);
    private static readonly PersonChanged BramDied = Person("2026-11-10", died: "2026-11-10").As("bram", "person", citizen: Bram);
    private static readonly Rule Death = When(new Trigger { Contract = "person-changed", Of = Whose.Household, Where = [new FieldTest("diedOn") { Known = true }], At = "diedOn" });

    [Theory]
    [InlineData("opvangadres")]
    [InlineData("veiligheidsrisico")]
    public void A_flag_until_then_protects_for_good(string code)
    {
        var finding = Death.Detect(Together, BramDied, Circumstance("flag", "2026-01-01", code, citizen: Bram, attributes: ("until", "9999-12-31")));

        finding.Moments.ShouldBeEmpty();
        finding.RecheckAt.ShouldBeNull();
    }

    [Fact]
    public void What_lasts_until_then_runs_for_good()
    {
        var heldBack = When("employment-ended") with { Unless = [new FactCondition { Contract = "benefit-granted", IsRunning = true }] };

        heldBack.Detect(JobEnds("a", "2026-11-10"), Granted("g", "2026-01-01", "leefloon", until: "9999-12-31")).ShouldBe(Core.Detection.Finding.Nothing);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_rule_that_counts_from_such_a_day_goes_on(string until)
    {
        var ends = When(new Trigger { Contract = "benefit-granted", At = "until" }) with { Wait = Days(14), And = [new FactCondition { Contract = "employment-ended", Before = Days(3), After = Days(3) }] };

        ends.Detect(Granted("g", "2026-01-01", "leefloon", until: until), JobEnds("a", "2026-11-10")).Moments.ShouldBeEmpty();
    }

    [Fact]
    public void Who_lived_with_her_on_the_first_day_of_all_can_be_asked() =>
        Death.Detect(Together, Person("2026-11-10", died: "0001-01-01").As("bram", "person", citizen: Bram)).Moments.ShouldBeEmpty();

    [Theory]
    [InlineData(PeriodUnit.Hour)]
    [InlineData(PeriodUnit.Day)]
    [InlineData(PeriodUnit.Week)]
    [InlineData(PeriodUnit.Month)]
    [InlineData(PeriodUnit.Year)]
    public void A_period_that_goes_beyond_it_ends_there(PeriodUnit unit)
    {
        new Period(int.MaxValue, unit).After(Now).ShouldBeGreaterThan(At("9999-12-31"));
        new Period(int.MaxValue, unit).Before(Now).ShouldBeLessThan(At("0001-01-02"));
        new Period(1, unit).After(DateTimeOffset.MaxValue).ShouldBeGreaterThan(At("9999-12-31"));
        new Period(1, unit).Before(DateTimeOffset.MinValue).ShouldBeLessThan(At("0001-01-02"));
    }

    [Theory]
    [InlineData("150 years", true)]
    [InlineData("151 years", false)]
    [InlineData("1800 months", true)]
    [InlineData("1801 months", false)]
    [InlineData("54750 days", true)]
    [InlineData("54751 days", false)]
    [InlineData("1314000 hours", true)]
    [InlineData("1314001 hours", false)]
    public void A_rule_may_say_a_hundred_and_fifty_years_and_no_more(string text, bool isOne) => Period.TryParse(text, out _).ShouldBe(isOne);
}
