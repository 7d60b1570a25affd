using static IntegrationHub.Host.Tests.Rules.Defaults.Reports;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

public sealed class WhenBenefitsComeLate : Story
{
    private const string Late = "vertraagde-uitbetaling";

    [Fact]
    [Tells(Outcome.Fires, of: Late)]
    public void The_third_time_within_a_year_counts()
    {
        Given(Circumstance("2026-02-05", Late));
        Given(Circumstance("2026-05-05", Late));
        Moments(on: "2026-05-05").ShouldBeEmpty();

        Given(Circumstance("2026-11-05", Late));
        Moments(on: "2026-11-05").ShouldBe([Late]);
    }

    [Fact]
    [Tells(Outcome.HeldBack, of: Late)]
    public void Three_times_in_more_than_a_year_is_bad_luck()
    {
        Given(Circumstance("2025-02-05", Late));
        Given(Circumstance("2025-05-05", Late));
        Given(Circumstance("2026-02-06", Late));

        Moments(on: "2026-02-06").ShouldBeEmpty();
    }

    [Fact]
    public void Two_partners_who_tell_of_one_payment_count_once()
    {
        Given(Circumstance("2026-02-05", Late));
        Given(Circumstance("2026-05-05", Late));
        Given(Circumstance("2026-05-07", Late), source: "another-source");

        Moments(on: "2026-06-01").ShouldBeEmpty();
    }

    [Fact]
    [Tells(Outcome.Withdrawn, of: Late)]
    public void A_payment_that_was_in_time_after_all_withdraws_it()
    {
        var first = Given(Circumstance("2026-02-05", Late));
        Given(Circumstance("2026-05-05", Late));
        Given(Circumstance("2026-11-05", Late));
        Withdrawn(first, on: "2026-11-12");

        Moments(on: "2026-11-11").ShouldBe([Late]);
        Moments(on: "2026-11-12").ShouldBeEmpty();
    }
}
