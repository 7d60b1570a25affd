using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenAnAddressIsStruckOff : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "afschrijving-adres")]
    public void It_counts_at_once()
    {
        Given(Person(born: "1980-01-01", struckOff: "2026-03-03"), known: "2026-03-10");

        Moments(on: "2026-03-10").ShouldBe(["afschrijving-adres"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "afschrijving-adres")]
    public void Who_has_been_struck_off_for_years_is_history()
    {
        Given(Person(born: "1980-01-01", struckOff: "2022-03-03"), known: "2026-03-10");

        Moments(on: "2026-03-10").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "afschrijving-adres")]
    public void A_new_registration_withdraws_it()
    {
        var struckOff = Given(Person(born: "1980-01-01", struckOff: "2026-03-03"));
        Corrected(struckOff, Person(born: "1980-01-01"), on: "2026-04-20");

        Moments(on: "2026-04-19").ShouldBe(["afschrijving-adres"]);
        Moments(on: "2026-04-20").ShouldBeEmpty();
    }
}
