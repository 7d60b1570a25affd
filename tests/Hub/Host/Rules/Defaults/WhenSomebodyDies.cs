using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenSomebodyDies : Story
{
    private const string Left = "sterfgeval";
    private const string Widowed = "sterfgeval-partner";

    [Fact]
    [Tells(Outcome.Fires, of: Left)]
    public void It_is_the_moment_of_who_stays_behind_after_a_week_a_child_included()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram, Cas));
        Given(Person(born: "1980-01-01", died: "2026-02-10"), of: Bram);

        Moments(on: "2026-02-16").ShouldBeEmpty();
        Moments(on: "2026-02-17").ShouldBe(["sterfgeval"]);
        Moments(on: "2026-02-17", of: Cas).ShouldBe(["sterfgeval"]);
        Moments(on: "2026-02-17", of: Bram).ShouldBeEmpty();
    }

    [Fact]
    public void It_stands_when_the_register_takes_the_dead_out_of_the_household()
    {
        var household = Given(LiveTogether("2015-01-01", Ann, Bram));
        Given(Person(died: "2026-02-10"), of: Bram);
        Corrected(household, LiveTogether("2010-01-01", Ann), on: "2026-02-14");

        Moments(on: "2026-02-20").ShouldBe(["sterfgeval"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Left)]
    public void Who_lived_elsewhere_is_not_told()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram));
        Given(LiveTogether("2024-01-01", Bram), of: Bram);
        Given(Person(died: "2026-02-10"), of: Bram);

        Moments(on: "2026-02-20").ShouldBeEmpty();
    }

    [Fact]
    public void Who_stays_at_a_shelter_address_is_not_told_by_way_of_a_register()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram));
        Given(Circumstance("2026-01-05", "opvangadres"));
        Given(Person(died: "2026-02-10"), of: Bram);

        Moments(on: "2026-02-20").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Left)]
    public void A_death_that_was_registered_by_mistake_is_withdrawn()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram));
        var dead = Given(Person(born: "1980-01-01", died: "2026-02-10"), of: Bram);
        Corrected(dead, Person(born: "1980-01-01"), on: "2026-02-25");

        Moments(on: "2026-02-24").ShouldBe(["sterfgeval"]);
        Moments(on: "2026-02-25").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Fires, of: Widowed)]
    public void A_widow_whose_husband_no_source_follows_is_seen_too()
    {
        Given(Person(born: "1950-01-01", civilStatus: "30", since: "2026-02-10"));

        Moments(on: "2026-02-16").ShouldBeEmpty();
        Moments(on: "2026-02-17").ShouldBe(["sterfgeval-partner"]);
        Rule("sterfgeval-partner").Moment.ShouldBe("sterfgeval");
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Widowed)]
    public void A_death_in_the_household_and_the_new_civil_status_are_one_moment()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram));
        Given(Person(died: "2026-02-10"), of: Bram);
        Given(Person(born: "1980-01-01", civilStatus: "30", since: "2026-02-10"));

        Moments(on: "2026-02-17").ShouldBe(["sterfgeval"]);
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Widowed)]
    public void A_widow_who_was_none_is_withdrawn()
    {
        var widowed = Given(Person(born: "1950-01-01", civilStatus: "30", since: "2026-02-10"));
        Corrected(widowed, Person(born: "1950-01-01", civilStatus: "20", since: "1975-02-10"), on: "2026-03-01");

        Moments(on: "2026-02-28").ShouldBe([Widowed]);
        Moments(on: "2026-03-01").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-05-02", false)]
    [InlineData("2026-05-03", true)]
    [InlineData("2026-05-17", true)]
    [InlineData("2026-05-18", false)]
    public void A_death_at_home_within_a_week_of_it_is_the_same_one(string died, bool isHeldBack)
    {
        Given(LiveTogether("2015-01-01", Ann, Cas));
        Given(Person(born: "1950-01-01", civilStatus: "30", since: "2026-05-10"));
        Given(Person(died: died), of: Cas);

        Moments(on: "2026-05-20").Contains(Widowed).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void Other_news_of_who_lives_with_her_does_not_hold_her_new_civil_status_back()
    {
        Given(LiveTogether("2015-01-01", Ann, Cas));
        Given(Person(born: "1950-01-01", civilStatus: "30", since: "2026-05-10"));
        Given(Person(struckOff: "2026-05-11"), of: Cas);

        Moments(on: "2026-05-20").ShouldBe([Widowed]);
    }
}
