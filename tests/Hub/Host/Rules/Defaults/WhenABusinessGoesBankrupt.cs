using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenABusinessGoesBankrupt : Story
{
    private const string Enterprise = "0999999922";

    [Fact]
    [Tells(Outcome.Fires, of: "faillissement")]
    public void It_counts_at_once()
    {
        Given(Bankrupt("2026-03-03", Enterprise));

        Moments(on: "2026-03-03").ShouldBe(["faillissement"]);
    }

    [Fact]
    public void What_is_told_later_of_the_same_bankruptcy_is_held_back()
    {
        Given(Bankrupt("2026-03-03", Enterprise));
        Given(Bankrupt("2026-03-03", Enterprise));
        Given(Bankrupt("2029-01-15", Enterprise));

        Moments(on: "2026-03-03").ShouldBe(["faillissement"], "one of the two that were told on one day");
        Moments(on: "2029-01-15").ShouldBe(["faillissement"], "that of 2026 still stands; its closing is none");
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: "faillissement")]
    public void The_closing_of_an_old_bankruptcy_is_held_back_when_a_source_is_connected()
    {
        Given(Bankrupt("2022-03-03", Enterprise), known: "2026-06-15");
        Given(Bankrupt("2026-06-01", Enterprise), known: "2026-06-15");

        Moments(on: "2026-06-15").ShouldBeEmpty();
    }

    [Fact]
    public void Another_business_counts_again()
    {
        Given(Bankrupt("2022-03-03", "0999999823"), known: "2026-06-15");
        Given(Bankrupt("2026-06-01", Enterprise), known: "2026-06-15");

        Moments(on: "2026-06-15").ShouldBe(["faillissement"]);
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: "faillissement")]
    public void A_signal_that_is_annulled_withdraws_it()
    {
        var bankruptcy = Given(Bankrupt("2026-03-03", Enterprise));
        Withdrawn(bankruptcy, on: "2026-03-05");

        Moments(on: "2026-03-04").ShouldBe(["faillissement"]);
        Moments(on: "2026-03-05").ShouldBeEmpty();
    }

    [Fact]
    public void After_more_than_five_years_it_is_a_new_one()
    {
        Given(Bankrupt("2020-06-01", Enterprise), known: "2026-05-02");
        Given(Bankrupt("2026-05-02", Enterprise));

        Moments(on: "2026-05-02").ShouldBe(["faillissement"]);
    }
}
