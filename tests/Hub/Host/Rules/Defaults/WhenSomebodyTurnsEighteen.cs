using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenSomebodyTurnsEighteen : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "achttien")]
    public void The_birthday_itself_counts_and_the_hub_wakes_for_it_years_later()
    {
        Given(Person(born: "2010-09-01"), known: "2020-01-01");

        Moments(on: "2028-08-31").ShouldBeEmpty();
        LooksAgain(after: "2020-01-01").ShouldBe("2028-09-01");
        Moments(on: "2028-09-01").ShouldBe(["achttien"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "achttien")]
    public void Who_was_long_eighteen_when_the_hub_first_heard_of_them_is_history()
    {
        Given(Person(born: "1990-09-01"), known: "2026-01-01");

        Moments(on: "2026-01-01").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "achttien")]
    public void A_birth_date_that_is_corrected_withdraws_it()
    {
        var born = Given(Person(born: "2008-03-01"), known: "2020-01-01");
        Corrected(born, Person(born: "2009-03-01"), on: "2026-03-10");

        Moments(on: "2026-03-09").ShouldBe(["achttien"]);
        Moments(on: "2026-03-10").ShouldBeEmpty();
    }

    [Fact]
    public void A_leap_day_counts_on_the_last_of_february()
    {
        Given(Person(born: "2008-02-29"), known: "2020-01-01");

        Moments(on: "2026-02-28").ShouldBe(["achttien"]);
    }
}
