using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenTwoPeopleSeparate : Story
{
    private const string Divorced = "relatiebreuk";
    private const string Apart = "relatiebreuk-samenwoning";

    [Theory]
    [InlineData("25")]
    [InlineData("40")]
    [InlineData("41")]
    [InlineData("50")]
    [InlineData("51")]
    [InlineData("60")]
    [InlineData("81")]
    [Tells(Outcome.Fires, of: Divorced)]
    public void A_civil_status_that_says_so_counts_from_its_day(string civilStatus)
    {
        Given(Person(born: "1985-01-01", civilStatus: civilStatus, since: "2026-02-10"), known: "2026-03-01");

        Moments(on: "2026-03-01").ShouldBe(["relatiebreuk"]);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("20")]
    [InlineData("80")]
    [InlineData("90")]
    [Tells(Outcome.HeldBack, of: Divorced)]
    public void Other_statuses_are_none(string civilStatus)
    {
        Given(Person(born: "1985-01-01", civilStatus: civilStatus, since: "2026-02-10"));

        Moments(on: "2026-03-01").ShouldBeEmpty();
    }

    [Fact]
    public void A_divorce_of_years_ago_that_a_register_shows_first_today_is_history()
    {
        Given(Person(born: "1965-01-01", civilStatus: "41", since: "1998-12-15"), known: "2026-03-01");

        Moments(on: "2026-03-01").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Divorced)]
    public void A_register_that_corrects_itself_withdraws_it()
    {
        var divorced = Given(Person(born: "1985-01-01", civilStatus: "40", since: "2026-02-10"));
        Corrected(divorced, Person(born: "1985-01-01", civilStatus: "20", since: "2010-06-12"), on: "2026-02-20");

        Moments(on: "2026-02-19").ShouldBe(["relatiebreuk"]);
        Moments(on: "2026-02-20").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Fires, of: Apart)]
    public void The_end_of_a_legal_cohabitation_counts_too()
    {
        Given(Person(born: "1990-01-01", cohabitationEnded: "2026-02-10"));

        Moments(on: "2026-02-10").ShouldBe(["relatiebreuk-samenwoning"]);
        Rule("relatiebreuk-samenwoning").Moment.ShouldBe("relatiebreuk");
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Apart)]
    public void Who_married_or_lost_the_partner_to_death_did_not_separate()
    {
        var ended = Given(Person(born: "1990-01-01", cohabitationEnded: "2026-02-10"));
        Corrected(ended, Person(born: "1990-01-01", cohabitationEnded: "2026-02-10", civilStatus: "20", since: "2026-02-10"), on: "2026-02-12");
        Moments(on: "2026-02-12").ShouldBeEmpty();

        Given(LiveTogether("2015-01-01", Bram, Cas), of: Bram);
        Given(Person(died: "2026-05-01"), of: Cas);
        Given(Person(cohabitationEnded: "2026-05-01"), of: Bram);
        Moments(on: "2026-05-02", of: Bram).ShouldBeEmpty();
        Moments(on: "2026-05-08", of: Bram).ShouldBe(["sterfgeval"]);
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Apart)]
    public void An_end_that_was_registered_by_mistake_is_withdrawn()
    {
        var ended = Given(Person(born: "1990-01-01", cohabitationEnded: "2026-02-10"));
        Corrected(ended, Person(born: "1990-01-01"), on: "2026-02-20");

        Moments(on: "2026-02-19").ShouldBe([Apart]);
        Moments(on: "2026-02-20").ShouldBeEmpty();
    }

    [Fact]
    public void Each_of_the_two_has_a_moment_of_their_own()
    {
        Given(LiveTogether("2015-01-01", Ann, Bram));
        Given(Person(cohabitationEnded: "2026-02-10"));
        Given(Person(cohabitationEnded: "2026-02-10"), of: Bram);

        Moments(on: "2026-02-10", of: Ann).ShouldBe(["relatiebreuk-samenwoning"]);
        Moments(on: "2026-02-10", of: Bram).ShouldBe(["relatiebreuk-samenwoning"]);
    }

    [Theory]
    [InlineData("2026-05-02", false)]
    [InlineData("2026-05-03", true)]
    [InlineData("2026-05-17", true)]
    [InlineData("2026-05-18", false)]
    public void A_death_at_home_within_a_week_of_it_is_the_reason(string died, bool isHeldBack)
    {
        Given(LiveTogether("2015-01-01", Ann, Cas));
        Given(Person(cohabitationEnded: "2026-05-10"));
        Given(Person(died: died), of: Cas);

        Moments(on: "2026-05-20").Contains(Apart).ShouldBe(!isHeldBack);
    }

    [Fact]
    public void Other_news_of_who_lives_with_her_does_not_hold_it_back()
    {
        Given(LiveTogether("2015-01-01", Ann, Cas));
        Given(Person(cohabitationEnded: "2026-05-10"));
        Given(Person(struckOff: "2026-05-11"), of: Cas);

        Moments(on: "2026-05-20").ShouldBe([Apart]);
    }
}
