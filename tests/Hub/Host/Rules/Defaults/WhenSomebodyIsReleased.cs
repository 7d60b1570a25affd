using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenSomebodyIsReleased : Story
{
    [Fact]
    [Tells(Outcome.Fires, of: "vrijlating")]
    public void It_counts_on_the_day_that_was_announced()
    {
        Given(Circumstance("2026-05-04", "vrijlating"), known: "2026-04-10");

        Moments(on: "2026-05-03").ShouldBeEmpty();
        LooksAgain(after: "2026-05-03").ShouldBe("2026-05-04");
        Moments(on: "2026-05-04").ShouldBe(["vrijlating"]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "vrijlating")]
    public void A_new_detention_within_a_month_holds_it_back()
    {
        Given(Circumstance("2026-05-04", "vrijlating"));
        Given(Circumstance("2026-05-20", "detentie"));

        Moments(on: "2026-05-19").ShouldBe(["vrijlating"]);
        Moments(on: "2026-05-20").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "vrijlating")]
    public void A_release_that_is_put_off_withdraws_it_until_the_new_day()
    {
        var release = Given(Circumstance("2026-05-04", "vrijlating"));
        Corrected(release, Circumstance("2026-06-01", "vrijlating"), on: "2026-05-05");

        Moments(on: "2026-05-04").ShouldBe(["vrijlating"]);
        Moments(on: "2026-05-05").ShouldBeEmpty();
        Moments(on: "2026-06-01").ShouldBe(["vrijlating"]);
    }

    [Theory]
    [InlineData("2026-06-03", null, true)]
    [InlineData("2026-06-04", null, false)]
    [InlineData("2026-05-20", "2026-05-25", false)]
    public void Only_a_detention_begun_within_a_month_and_still_running_holds_it_back(string day, string? until, bool isHeldBack)
    {
        Given(Circumstance("2026-05-04", "vrijlating"));
        Given(until is null ? Circumstance(day, "detentie") : Circumstance(day, "detentie", ("until", until)));

        Moments(on: "2026-06-04").Contains("vrijlating").ShouldBe(!isHeldBack);
    }
}
