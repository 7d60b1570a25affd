using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Tests.Given;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class WhenACitizenObjects
{
    private static readonly PersonChanged Lives = Person("2020-01-01", "44021");
    private static readonly BenefitEnded Ended = ARule.BenefitEnds("b1", "2026-11-10", "leefloon");
    private readonly AKeptHub hub = Hub(ARule.When("benefit-ended"));

    [Theory]
    [InlineData("moment")]
    [InlineData("alle")]
    [InlineData(null)]
    public void To_signals_of_a_kind_none_is_made(string? refused)
    {
        hub.Learn(Now, Lives, Refusal("2026-11-01", refused), Ended);

        Outcome.ShouldBe(MomentOutcome.Silenced);
        hub.Standing.ShouldHaveSingleItem().SignalId.ShouldBeNull();
    }

    [Fact]
    public void To_signals_of_another_kind_or_is_somebody_else_it_is_made()
    {
        hub.Learn(Now, Lives, Refusal("2026-11-01", "ontslag"), Refusal("2026-11-01", "moment") with { Citizen = Bram, RecordId = "w2" }, Ended);

        Outcome.ShouldBe(MomentOutcome.Signalled);
    }

    [Fact]
    public void After_it_was_signalled_it_leaves_its_signal_and_comes_back_when_she_takes_that_back()
    {
        hub.Learn(Now, Lives, Ended);
        var refusal = Refusal("2026-11-01", "alle");

        var left = hub.Learn(Now, refusal).Left.ShouldHaveSingleItem();
        left.SignalId.ShouldNotBeNull();
        Outcome.ShouldBe(MomentOutcome.Silenced);

        hub.Learn(Now, Withdrawn(refusal)).Signals.ShouldHaveSingleItem().Deliveries.ShouldHaveSingleItem().Recipient.ShouldBe("ocmw-gent");
        Outcome.ShouldBe(MomentOutcome.Signalled);
    }

    [Fact]
    public void From_a_day_until_a_day_the_hub_looks_again_on_each()
    {
        hub.Learn(Now, Lives, Ended);
        hub.Learn(Now, Refusal("2026-11-25", "alle", until: "2026-11-30")).Rechecks[Ann].ShouldBe(At("2026-11-25"));
        Outcome.ShouldBe(MomentOutcome.Signalled);

        hub.Learn(At("2026-11-25"), Lives).Rechecks[Ann].ShouldBe(At("2026-12-01"));
        Outcome.ShouldBe(MomentOutcome.Silenced);

        hub.Learn(At("2026-12-01").AddSeconds(-1), Lives);
        Outcome.ShouldBe(MomentOutcome.Silenced);
        hub.Learn(At("2026-12-01"), Lives);
        Outcome.ShouldBe(MomentOutcome.Signalled);
    }

    [Theory]
    [InlineData("benefit-ended", null, null, true)]
    [InlineData("benefit-ended", "magda", "b1", true)]
    [InlineData(null, null, null, true)]
    [InlineData("benefit-granted", null, null, false)]
    [InlineData("benefit-ended", "cm", null, false)]
    [InlineData("benefit-ended", "magda", "b2", false)]
    public void To_what_a_source_says_its_moments_are_held(string? contract, string? source, string? record, bool held)
    {
        hub.Learn(Now, Lives, Ended, Dispute("2026-11-15", contract, source, record));

        Outcome.ShouldBe(held ? MomentOutcome.Disputed : MomentOutcome.Signalled);
    }

    [Fact]
    public void To_a_fact_it_is_held_until_the_source_answers_with_another_version_or_with_the_same()
    {
        var dispute = Dispute("2026-11-15", "benefit-ended");
        hub.Learn(Now, Lives, Ended).Signals.ShouldHaveSingleItem();
        hub.Learn(Now, dispute).Left.ShouldHaveSingleItem();
        Outcome.ShouldBe(MomentOutcome.Disputed);

        hub.Learn(Now, Ended with { Revision = 2, ConfirmedAt = dispute.KnownAt });
        Outcome.ShouldBe(MomentOutcome.Disputed);
        hub.Learn(Now, Ended with { Revision = 3, ConfirmedAt = dispute.KnownAt.AddSeconds(1) }).Signals.ShouldHaveSingleItem();
        Outcome.ShouldBe(MomentOutcome.Signalled);
    }

    [Fact]
    public void A_correction_of_her_dispute_that_only_says_until_when_waits_for_no_other_answer()
    {
        var dispute = Dispute("2026-11-15", "benefit-ended");
        var later = dispute with { Revision = 2, KnownAt = dispute.KnownAt.AddDays(3), Attributes = new Dictionary<string, string>(dispute.Attributes) { ["until"] = "2026-12-31" } };

        hub.Learn(Now, Lives, Ended with { KnownAt = dispute.KnownAt.AddDays(1) }, dispute, later);

        Outcome.ShouldBe(MomentOutcome.Signalled);
    }

    [Fact]
    public void Whom_a_fact_is_about_the_moment_of_who_lives_with_her_is_held()
    {
        var together = Hub(ARule.When(new Trigger { Contract = "benefit-ended", Of = Whose.Household }));
        var dispute = Dispute("2026-11-15", "benefit-ended") with { Citizen = Bram };
        together.Learn(Now, Lives, ARule.Household("h", "2020-01-01", Ann, Ann, Bram), Ended with { Citizen = Bram });
        together.Standing.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.Signalled);

        together.Learn(Now, dispute);

        together.Standing.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.Disputed);
    }

    private MomentOutcome Outcome => hub.Standing.ShouldHaveSingleItem().Outcome;

    private static AKeptHub Hub(Rule rule) => new(new DetectionDecision(
        new RuleSet([rule], [ARule.Ocmw]),
        new Router([ARule.Ocmw]),
        new LegalGate([new Authorisation("a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, new HashSet<string> { "benefit-ended" }, new HashSet<string>(), "B 1", new DateOnly(2026, 1, 1), null)])));

    private static CircumstanceReported Refusal(string day, string? moment, string? until = null) => Objection("w1", day, "weigering", ("moment", moment), ("until", until));

    private static CircumstanceReported Dispute(string day, string? contract, string? source = null, string? record = null) =>
        Objection("d1", day, "betwisting", ("contract", contract), ("source", source), ("recordId", record));

    private static CircumstanceReported Objection(string record, string day, string code, params (string Name, string? Value)[] attributes) =>
        ARule.Circumstance(record, day, code, "ocmw", attributes: [.. attributes.Where(one => one.Value is not null).Select(one => (one.Name, one.Value!))]);
}
