using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class WhenAJobEnds
{
    private static readonly RuleSet Rules = new(DefaultRules.All, []);

    [Fact]
    public void And_no_other_follows_it_is_a_moment_on_the_end()
    {
        var moment = Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-11-18")), Now).Moments.ShouldHaveSingleItem();

        moment.Code.ShouldBe("ontslag");
        moment.Anchor.ShouldBe(new FactIdentity("magda", "dimona", "a/end"));
        moment.AnchorContract.ShouldBe("employment-ended");
        moment.OccurredAt.ShouldBe(At("2026-11-18"));
        moment.KnownAt.ShouldBe(At("2026-11-19"));
    }

    [Fact]
    public void And_another_follows_later_it_is_none() =>
        Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-11-10"), JobStarts("b", "2026-11-16")), Now).ShouldBe(Finding.Nothing);

    [Fact]
    public void And_another_that_ran_beside_it_goes_on_it_is_none() =>
        Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-11-10"), JobStarts("b", "2024-05-01")), Now).ShouldBe(Finding.Nothing);

    [Fact]
    public void And_another_had_ended_before_the_last_end_carries_the_moment() =>
        Rules.Detect(Timeline(JobStarts("b", "2020-01-01"), JobEnds("b", "2021-01-01"), JobStarts("a", "2022-01-01"), JobEnds("a", "2026-11-10")), Now)
            .Moments.ShouldHaveSingleItem().Anchor.FactKey.ShouldBe("a/end");

    [Fact]
    public void And_another_ended_on_the_same_day_one_carries_the_moment() =>
        Rules.Detect(Timeline(JobStarts("b", "2020-01-01"), JobEnds("b", "2026-11-10"), JobStarts("a", "2022-01-01"), JobEnds("a", "2026-11-10")), Now)
            .Moments.ShouldHaveSingleItem();

    [Fact]
    public void In_the_future_it_is_looked_at_again_on_that_day()
    {
        var timeline = Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-12-31"));

        Rules.Detect(timeline, Now).Moments.ShouldBeEmpty();
        Rules.Detect(timeline, Now).RecheckAt.ShouldBe(At("2026-12-31"));
        Rules.Detect(timeline, At("2026-12-31")).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void And_the_end_is_withdrawn_the_moment_is_gone()
    {
        var end = JobEnds("a", "2026-11-18");

        Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), end, Withdrawn(end)), Now).ShouldBe(Finding.Nothing);
    }

    [Fact]
    public void And_the_following_job_is_withdrawn_the_moment_stands()
    {
        var next = JobStarts("b", "2026-11-20");

        Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-11-18"), next, Withdrawn(next)), Now).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void And_the_register_says_that_she_died_it_is_none() =>
        Rules.Detect(Timeline(JobStarts("a", "2025-01-01"), JobEnds("a", "2026-11-18"), Person("2026-11-18", died: "2026-11-18")), Now).ShouldBe(Finding.Nothing);

    [Fact]
    public void And_its_end_is_corrected_the_later_version_decides() =>
        Rules.Detect(Timeline(JobEnds("a", "2026-11-18"), JobEnds("a", "2027-01-31", revision: 2)), Now).RecheckAt.ShouldBe(At("2027-01-31"));
}
