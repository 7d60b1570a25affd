using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenAChildIsBorn : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "geboorte")]
    public void It_is_the_moment_of_the_parents_after_two_weeks()
    {
        Given(Person(born: "1995-01-01"), known: "2025-01-01");
        Given(LiveTogether("2026-03-03", Ann, Cas));
        Given(Person(born: "2026-03-03"), of: Cas);

        Moments(on: "2026-03-16").ShouldBeEmpty();
        Moments(on: "2026-03-17").ShouldBe(["geboorte"]);
        Moments(on: "2026-03-17", of: Cas).ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "geboorte")]
    public void It_is_not_that_of_a_brother_or_sister()
    {
        Given(Person(born: "2015-01-01"), known: "2025-01-01");
        Given(LiveTogether("2026-03-03", Ann, Cas));
        Given(Person(born: "2026-03-03"), of: Cas);

        Moments(on: "2026-03-17").ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_very_young_mother_it_is_that_of_the_adult_at_home()
    {
        Given(Person(born: "1980-12-01"), known: "2025-01-01");
        Given(Person(born: "2009-12-01"), known: "2025-01-01", of: Bram);
        Given(LiveTogether("2026-03-03", Ann, Bram, Cas));
        Given(Person(born: "2026-03-03"), of: Cas);

        Moments(on: "2026-03-17").ShouldBe(["geboorte"]);
        Moments(on: "2026-03-17", of: Bram).ShouldBeEmpty("a sister of 16 looks the same in the register");
    }

    [Fact]
    public void A_child_that_comes_to_live_here_later_was_not_born_here()
    {
        Given(Person(born: "1995-01-01"), known: "2025-01-01");
        Given(Person(born: "2026-03-03"), of: Cas);
        Given(LiveTogether("2026-06-15", Ann, Cas));

        Moments(on: "2026-06-15").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "geboorte")]
    public void A_child_that_died_withdraws_it()
    {
        Given(Person(born: "1995-01-01"), known: "2025-01-01");
        Given(LiveTogether("2026-03-03", Ann, Cas));
        var child = Given(Person(born: "2026-03-03"), of: Cas);
        Corrected(child, Person(born: "2026-03-03", died: "2026-03-20"), on: "2026-03-21");

        Moments(on: "2026-03-20").ShouldBe(["geboorte"]);
        Moments(on: "2026-03-21").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2008-03-03", true)]
    [InlineData("2008-03-04", false)]
    public void Who_is_eighteen_on_that_day_is_an_adult(string born, bool isAdult)
    {
        Given(Person(born: born), known: "2025-01-01");
        Given(LiveTogether("2026-03-03", Ann, Cas));
        Given(Person(born: "2026-03-03"), of: Cas);

        Moments(on: "2026-03-17").Contains("geboorte").ShouldBe(isAdult);
    }
}
