using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class WhenARuleCounts
{
    private static readonly Rule AfterTwoWeeks = When("employment-ended") with { Wait = Days(14), Expires = Days(30) };

    [Fact]
    public void It_waits_and_is_looked_at_again_then()
    {
        var end = JobEnds("a", "2026-11-10");

        AfterTwoWeeks.Detect(end).Moments.ShouldBeEmpty();
        AfterTwoWeeks.Detect(end).RecheckAt.ShouldBe(At("2026-11-24"));
        var moment = AfterTwoWeeks.DetectAt(At("2026-11-24"), end).Moments.ShouldHaveSingleItem();
        (moment.OccurredAt, moment.CountsAt, moment.ExpiresAt, moment.KnownAt).ShouldBe((At("2026-11-10"), At("2026-11-24"), At("2026-12-24"), At("2026-11-11")));
    }

    [Fact]
    public void It_does_not_wait_for_what_a_fact_holds_back_for_good() =>
        (AfterTwoWeeks with { Unless = [new FactCondition { Contract = "employment-started", IsRunning = true }] })
            .Detect(JobEnds("a", "2026-11-10"), JobStarts("b", "2026-11-12")).RecheckAt.ShouldBeNull();

    [Theory]
    [InlineData(365, 1)]
    [InlineData(366, 0)]
    public void What_the_hub_first_knew_too_late_is_history(int days, int moments)
    {
        var end = JobEnds("a", "2025-01-10");

        When("employment-ended").Detect(end with { KnownAt = end.OccurredAt.AddDays(days) }).Moments.Count.ShouldBe(moments);
    }

    [Fact]
    public void What_is_corrected_was_known_since_it_was_first_told()
    {
        var first = JobEnds("a", "2025-11-10") with { KnownAt = At("2025-11-11") };
        var later = JobEnds("a", "2025-11-12", revision: 2) with { KnownAt = At("2026-11-20"), WorkerKind = "OTH" };

        When("employment-ended").Detect(first, later).Moments.ShouldHaveSingleItem().KnownAt.ShouldBe(At("2025-11-11"));
    }

    [Fact]
    public void What_is_corrected_to_another_time_is_known_since_the_correction()
    {
        var first = JobEnds("a", "2026-06-30") with { KnownAt = At("2026-01-01") };
        var later = JobEnds("a", "2026-11-12", revision: 2) with { KnownAt = At("2026-11-13") };

        When("employment-ended").Detect(first, later).Moments.ShouldHaveSingleItem().KnownAt.ShouldBe(At("2026-11-13"));
    }

    [Fact]
    public void What_was_withdrawn_and_told_again_is_known_since_then()
    {
        var end = JobEnds("a", "2026-06-30") with { KnownAt = At("2026-07-01") };
        var again = end with { Revision = 3, KnownAt = At("2026-11-01") };

        When("employment-ended").Detect(end, Withdrawn(end), again).Moments.ShouldHaveSingleItem().KnownAt.ShouldBe(At("2026-11-01"));
    }

    [Fact]
    public void The_moment_tells_which_text_of_the_rule_found_it()
    {
        var fingerprint = AfterTwoWeeks.DetectAt(At("2026-12-01"), JobEnds("a", "2026-11-10")).Moments[0].RuleFingerprint;

        (AfterTwoWeeks with { File = "elsewhere.yaml" }).DetectAt(At("2026-12-01"), JobEnds("a", "2026-11-10")).Moments[0].RuleFingerprint.ShouldBe(fingerprint);
        (AfterTwoWeeks with { Wait = Days(13) }).DetectAt(At("2026-12-01"), JobEnds("a", "2026-11-10")).Moments[0].RuleFingerprint.ShouldNotBe(fingerprint);
    }
}
