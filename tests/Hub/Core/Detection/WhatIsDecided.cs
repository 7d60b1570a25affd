using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Tests.Detection;

public class WhatIsDecided
{
    private static readonly DateTimeOffset Now = BelgianTime.StartOf(new DateOnly(2026, 11, 21));
    private static readonly Guid Unheard = Guid.NewGuid();
    private static readonly CitizenRef Ann = CitizenRef.New();
    private static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox");

    private static readonly Authorisation Ground = new(
        "a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { "employment-ended" }, new HashSet<string>(), "B 1", new DateOnly(2026, 1, 1), null);

    private static readonly PersonChanged Person = new()
    {
        Citizen = Ann, Source = "magda", RecordId = "p", FactKey = "person", Revision = 1, OccurredAt = Now.AddYears(-1), Municipality = NisCode.Parse("44021"),
    };

    private static readonly EmploymentEnded Ended = new()
    {
        Citizen = Ann, Source = "magda", RecordId = "r", FactKey = "a/end", Revision = 1, Employment = "a", EndedOn = new DateOnly(2026, 11, 18), OccurredAt = Now.AddDays(-3),
    };

    [Fact]
    public void On_a_new_moment_is_one_signal_to_the_partner_of_the_municipality()
    {
        var outcome = Decide([Ground], [Person, Ended]);

        outcome.Detected.ShouldHaveSingleItem().Moment.Code.ShouldBe("ontslag");
        var signal = outcome.Signals.ShouldHaveSingleItem();
        signal.MomentId.ShouldBe(outcome.Detected[0].Id);
        signal.Deliveries.ShouldHaveSingleItem().Recipient.ShouldBe("ocmw-gent");
        signal.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public void On_a_moment_that_is_known_is_nothing()
    {
        var known = new StoredMoment(Guid.NewGuid(), MomentOn(Ended), IsWithdrawn: false);

        var outcome = Decide([Ground], [Person, Ended], known);

        outcome.Detected.ShouldBeEmpty();
        outcome.Signals.ShouldBeEmpty();
        outcome.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void On_a_moment_that_nobody_heard_of_is_to_tell_whom_a_later_fact_names()
    {
        var known = new StoredMoment(Guid.NewGuid(), MomentOn(Ended), IsWithdrawn: false, UnheardSignal: Unheard) { SignalId = Unheard };

        Decide([Ground], [Ended], known).Signals.ShouldBeEmpty();
        var signal = Decide([Ground], [Person, Ended], known).Signals.ShouldHaveSingleItem();

        (signal.Id, signal.MomentId).ShouldBe((known.UnheardSignal!.Value, known.Id));
        signal.Deliveries.ShouldHaveSingleItem().Recipient.ShouldBe("ocmw-gent");
    }

    [Fact]
    public void On_a_moment_that_nobody_may_see_before_a_ground_begins_is_to_look_again_then()
    {
        var begins = Ground with { ValidFrom = new DateOnly(2026, 12, 1) };

        var outcome = Decide([begins], [Person, Ended]);

        outcome.Signals.ShouldHaveSingleItem().Refusals.ShouldHaveSingleItem().Lapsed.ShouldBe([begins]);
        outcome.Rechecks[Ann].ShouldBe(begins.BeginsAt);
    }

    [Fact]
    public void On_a_moment_that_lost_its_ground_is_to_withdraw_it()
    {
        var known = new StoredMoment(Guid.NewGuid(), MomentOn(Ended), IsWithdrawn: false);

        Decide([Ground], [Person], known).Withdrawn.ShouldBe([known.Id]);
    }

    [Fact]
    public void On_a_moment_that_stands_again_is_a_new_signal_for_the_same_moment()
    {
        var known = new StoredMoment(Guid.NewGuid(), MomentOn(Ended), IsWithdrawn: true);

        var outcome = Decide([Ground], [Person, Ended], known);

        outcome.Detected.ShouldHaveSingleItem().Id.ShouldBe(known.Id);
        outcome.Signals.ShouldHaveSingleItem().MomentId.ShouldBe(known.Id);
    }

    [Fact]
    public void Without_a_ground_is_a_refusal_with_its_reason_and_no_delivery()
    {
        var signal = Decide([], [Person, Ended]).Signals.ShouldHaveSingleItem();

        signal.Deliveries.ShouldBeEmpty();
        signal.Refusals.ShouldBe([new SignalRefusal("ocmw-gent", "No authorisation names employment-ended of source magda for ocmw-gent.")]);
    }

    [Fact]
    public void When_nobody_serves_her_is_said_too() => Decide([Ground], [Ended]).Signals.ShouldHaveSingleItem().Refusals.ShouldHaveSingleItem().Recipient.ShouldBeEmpty();

    [Fact]
    public void For_an_end_in_the_future_is_when_to_look_again() =>
        Decide([Ground], [Person, Ended with { EndedOn = new DateOnly(2026, 12, 31), OccurredAt = Now.AddDays(40) }]).Rechecks[Ann].ShouldBe(Now.AddDays(40));

    private static Moment MomentOn(Fact fact) =>
        new("ontslag", "ontslag", fact.Citizen, new FactIdentity(fact.Source, fact.RecordId, fact.FactKey), FactContract.NameOf(fact.GetType()), fact.OccurredAt, fact.KnownAt);

    private static DetectionOutcome Decide(Authorisation[] grounds, Fact[] facts, params StoredMoment[] known)
    {
        var gate = new LegalGate(grounds);
        var input = new DetectionInput(
            [Ann], new Dictionary<CitizenRef, IReadOnlyList<Fact>> { [Ann] = facts }, new Dictionary<CitizenRef, IReadOnlyList<StoredMoment>> { [Ann] = known });
        return new DetectionDecision(new RuleSet(DefaultRules.All, [Ocmw]), new Router([Ocmw]), gate).Decide(input, Now);
    }
}
