using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Loads;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Tests.Loads;

public class WhatALoadDecides
{
    private static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 21));
    private static readonly CitizenRef Ann = CitizenRef.New();
    private static readonly Load Open = new(7, "magda", DateTimeOffset.UnixEpoch, Now.AddHours(-1), LoadState.Open);

    private static readonly EmploymentEnded Ended = new()
    {
        Citizen = Ann, Source = "magda", RecordId = "r", FactKey = "a/end", Revision = 1, Employment = "a", EndedOn = new DateOnly(2026, 11, 18), OccurredAt = Now.AddDays(-3), KnownAt = Now.AddHours(-2),
    };

    [Fact]
    public void While_it_is_open_its_moments_are_held_and_raise_no_signal()
    {
        var outcome = Decide(Open);

        outcome.Detected.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.Held);
        outcome.Signals.ShouldBeEmpty();
    }

    [Fact]
    public void A_moment_that_is_held_already_is_left_as_it_is()
    {
        var held = Decide(Open).Detected[0];

        var again = Decide(Open, held);

        (again.Detected.Count, again.Signals.Count, again.Withdrawn.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_held_moment_that_loses_its_ground_goes_without_a_word()
    {
        var held = Decide(Open).Detected[0];

        var outcome = Decide(Open, held, new FactWithdrawn { Citizen = Ann, Source = "magda", RecordId = "r", FactKey = "a/end", Revision = 2, Contract = "employment-ended", OccurredAt = Now, KnownAt = Now });

        outcome.Withdrawn.ShouldBe([held.Id]);
        outcome.Signals.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, MomentOutcome.Signalled)]
    [InlineData(-3, MomentOutcome.Signalled)]
    [InlineData(-2, MomentOutcome.History)]
    public void Released_it_signals_what_happened_since_the_day_that_was_named(int since, MomentOutcome outcome)
    {
        var held = Decide(Open).Detected[0];

        var released = Decide(Open with { State = LoadState.Released, Since = since == 0 ? null : Now.AddDays(since) }, held);

        released.Detected.ShouldHaveSingleItem().ShouldSatisfyAllConditions(moment => moment.Id.ShouldBe(held.Id), moment => moment.Outcome.ShouldBe(outcome));
        released.Signals.Count.ShouldBe(outcome == MomentOutcome.Signalled ? 1 : 0);
    }

    [Fact]
    public void Kept_it_makes_history_of_them()
    {
        var kept = Decide(Open with { State = LoadState.Kept }, Decide(Open).Detected[0]);

        kept.Detected.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.History);
        kept.Signals.ShouldBeEmpty();
    }

    [Fact]
    public void Kept_it_stays_history_until_a_correction_makes_it_another_event()
    {
        var load = Open with { State = LoadState.Kept };
        var kept = Decide(load).Detected[0];

        Decide(load, kept).Detected.ShouldBeEmpty();
        var moved = Decide(load, kept, Ended with { Revision = 2, EndedOn = new DateOnly(2026, 11, 1), OccurredAt = Now.AddDays(-20), KnownAt = Now }).Detected.ShouldHaveSingleItem();

        (moved.Id, moved.Outcome).ShouldBe((kept.Id, MomentOutcome.Signalled));
    }

    [Fact]
    public void What_was_signalled_before_stays_so_and_what_lies_outside_is_signalled()
    {
        var signalled = Decide(Open with { Source = "another" }).Detected.ShouldHaveSingleItem();
        signalled.Outcome.ShouldBe(MomentOutcome.Signalled);

        Decide(Open, signalled).ShouldSatisfyAllConditions(outcome => outcome.Detected.ShouldBeEmpty(), outcome => outcome.Withdrawn.ShouldBeEmpty());
        Decide(Open with { Until = Now.AddHours(-3) }).Signals.Count.ShouldBe(1);
        Decide(Open with { From = Now.AddMinutes(-90) }).Signals.Count.ShouldBe(1);
        Decide(Open with { Until = null }).Signals.ShouldBeEmpty();
    }

    private static DetectionOutcome Decide(Load load, StoredMoment? known = null, params Fact[] more)
    {
        var decision = new DetectionDecision(new RuleSet(DefaultRules.All, []), new Router([]), new LegalGate([]));
        return decision.Decide(
            new DetectionInput(
                [Ann],
                new Dictionary<CitizenRef, IReadOnlyList<Fact>> { [Ann] = [Ended, .. more] },
                new Dictionary<CitizenRef, IReadOnlyList<StoredMoment>> { [Ann] = known is null ? [] : [known] }) { Loads = [load] },
            Now);
    }
}
