using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Tests.Given;
using static IntegrationHub.Core.Tests.Facts;

namespace IntegrationHub.Core.Tests.Detection;

public class WhatIsToldOfAHousehold
{
    private static readonly Partner Ocmw = new("ocmw-gent", PartnerRole.Ocmw, new HashSet<NisCode> { NisCode.Parse("44021") }, new HashSet<string>(), "inbox");

    [Fact]
    public void Is_that_two_live_together_only_to_who_has_a_ground_to_know_it()
    {
        SignalsOf(Hub(Ground("employment-ended", "household-changed"))).Count.ShouldBe(1);
        SignalsOf(Hub(Ground("employment-ended"))).Count.ShouldBe(2);
        SignalsOf(Hub(Ground("employment-ended"), Ground("household-changed") with { Source = "another" })).Count.ShouldBe(2);
        SignalsOf(Hub(Ground("employment-ended"), Ground("household-changed") with { Purpose = Purpose.ContinuedSupport })).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("mw-7", "mw-7", 1)]
    [InlineData("mw-7", "mw-9", 2)]
    [InlineData("mw-7", null, 1)]
    [InlineData(null, "mw-9", 2)]
    public void Is_one_signal_when_one_case_worker_of_the_partner_reads_it(string? ofAnn, string? ofBram, int signals) =>
        SignalsOf(Hub(Ground("employment-ended", "household-changed")), File(Ann, ofAnn), File(Bram, ofBram)).Count.ShouldBe(signals);

    [Fact]
    public void Is_no_fact_of_somebody_else_on_the_ground_that_she_has_a_file_open()
    {
        var rule = DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } };
        var ground = Ground("employment-ended", "household-changed") with { Purpose = Purpose.ContinuedSupport };

        var outcome = Hub([rule], ground).Learn(Now, Lives(Ann), Lives(Bram), ARule.Household("h", "2026-01-01", Ann, Ann, Bram), File(Ann, "mw-7")[0], Job(Bram, "2026-11-18"));

        outcome.Signals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            signal => signal.Deliveries.ShouldBeEmpty(), signal => signal.Refusals.ShouldHaveSingleItem().Reason.ShouldContain("no file open for this citizen"));
    }

    [Fact]
    public void Is_that_somebody_of_it_lost_a_job_only_to_who_has_a_ground_to_know_who_lives_in_it()
    {
        var rule = DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } };

        RefusalOf(rule, Ground("employment-ended", "household-changed")).ShouldBeNull();
        RefusalOf(rule, Ground("employment-ended")).ShouldBe("No authorisation names household-changed of source magda for ocmw-gent.");
        RefusalOf(rule, Ground("employment-ended"), Ground("household-changed") with { Source = "another" }).ShouldBe("No authorisation names household-changed of source magda for ocmw-gent.");
    }

    [Fact]
    public void Is_known_on_the_ground_of_any_source_that_says_it()
    {
        var rule = DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } };
        var also = ARule.Household("other", "2026-02-01", Ann, Ann, Bram) with { Source = "another" };

        RefusalOf(rule, [also], Ground("employment-ended"), Ground("household-changed") with { Source = "another" }).ShouldBeNull();
        RefusalOf(rule, [also], Ground("employment-ended"), Ground("household-changed")).ShouldBeNull();
        RefusalOf(rule, [also], Ground("employment-ended")).ShouldNotBeNull();
    }

    [Fact]
    public void Is_nothing_of_what_a_source_still_says_when_a_later_one_says_that_they_live_apart()
    {
        var gate = new MomentGate(new LegalGate([Ground("household-changed")]));
        Fact[] together = [ARule.Household("h", "2026-01-01", Ann, Ann, Bram)];
        Fact[] apart = [.. together, ARule.Household("other", "2026-02-01", Ann, Ann) with { Source = "another" }];

        gate.DecideTogether(Timeline(together), Bram, "ocmw-gent", false, Now).ShouldHaveSingleItem().Decision.IsAllowed.ShouldBeTrue();
        gate.DecideTogether(Timeline(apart), Bram, "ocmw-gent", false, Now).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Is_with_whom_she_lives_only_to_who_has_a_ground_to_know_it(bool livesAlone)
    {
        var rule = DefaultRules.All[0] with { Who = livesAlone ? new PersonCondition { LivesAlone = true } : new PersonCondition { MinorChildren = false } };
        Fact[] facts = [Lives(Ann), Lives(Bram), livesAlone ? ARule.Household("h", "2026-01-01", Ann, Ann) : ARule.Household("h", "2026-01-01", Ann, Ann, Bram), Job(Ann, "2026-11-18")];

        Refusal(Hub([rule], Ground("employment-ended", "household-changed")).Learn(Now, facts)).ShouldBeNull();
        Refusal(Hub([rule], Ground("employment-ended")).Learn(Now, facts)).ShouldBe("No authorisation names household-changed of source magda for ocmw-gent.");
        var ofItsOwn = Ground("household-changed") with { Purpose = Purpose.ContinuedSupport };
        Refusal(Hub([rule], Ground("employment-ended"), ofItsOwn).Learn(Now, facts)).ShouldNotBeNull();
        Refusal(Hub([rule], Ground("employment-ended"), ofItsOwn).Learn(Now, [.. facts, .. File(Ann, "mw-7")])).ShouldBeNull("it is about herself");
    }

    [Fact]
    public void Of_a_rule_that_looks_at_others_is_nothing_of_a_moment_that_does_not_say_who_lives_together()
    {
        var rule = DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } };
        var moment = new Moment(rule.Id, "ontslag", Ann, new FactIdentity("magda", "job", "a/end"), "employment-ended", Now, Now);

        new MomentGate(new LegalGate([Ground("employment-ended", "household-changed")])).Decide(moment, rule, "ocmw-gent", false, Now)
            .Reason.ShouldBe("It does not say yet by which source they live together: it was found by an earlier version of the hub or of the rule.");
    }

    [Fact]
    public void Is_a_signal_that_a_correction_makes_current_and_not_one_that_it_makes_history()
    {
        var hub = Hub(Ground("employment-ended"));
        hub.Learn(Now, Lives(Ann), Job(Ann, "2026-08-01")).Signals.ShouldBeEmpty();
        hub.Standing.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.History);

        hub.Learn(Now, Job(Ann, "2026-11-18", revision: 2)).Signals.ShouldHaveSingleItem().Joins.ShouldBeFalse();
        hub.Standing.ShouldHaveSingleItem().Outcome.ShouldBe(MomentOutcome.Signalled);

        hub.Learn(Now, Job(Ann, "2026-08-01", revision: 3)).Left.ShouldHaveSingleItem();
        hub.Standing.ShouldHaveSingleItem().ShouldSatisfyAllConditions(moment => moment.Outcome.ShouldBe(MomentOutcome.History), moment => moment.SignalId.ShouldBeNull());
    }

    private static string? RefusalOf(Rule rule, params Authorisation[] grounds) => RefusalOf(rule, [], grounds);

    private static string? RefusalOf(Rule rule, Fact[] more, params Authorisation[] grounds) =>
        Refusal(Hub([rule], grounds).Learn(Now, [Lives(Ann), Lives(Bram), ARule.Household("h", "2026-01-01", Ann, Ann, Bram), Job(Bram, "2026-11-18"), .. more]));

    private static string? Refusal(DetectionOutcome outcome)
    {
        var signal = outcome.Signals.ShouldHaveSingleItem();
        (signal.Deliveries.Count > 0).ShouldBe(signal.Refusals.Count == 0);
        return signal.Refusals.SingleOrDefault()?.Reason;
    }

    private static List<Guid?> SignalsOf(AKeptHub hub, params IEnumerable<Fact>[] more)
    {
        hub.Learn(Now, [Lives(Ann), Lives(Bram), ARule.Household("h", "2026-01-01", Ann, Ann, Bram), .. more.SelectMany(facts => facts)]);
        hub.Learn(Now, Job(Ann, "2026-11-17"));
        hub.Learn(Now, Job(Bram, "2026-11-18"));
        return [.. hub.Standing.Select(moment => moment.SignalId).Distinct()];
    }

    private static SupportFileOpened[] File(CitizenRef who, string? worker) => worker is null
        ? []
        : [new SupportFileOpened { OccurredAt = At("2026-02-01"), File = "f", Partner = "ocmw-gent", Worker = worker }.As("file-" + who.Value.ToString()[..1], "opened", citizen: who)];

    private static AKeptHub Hub(params Authorisation[] grounds) => Hub(DefaultRules.All, grounds);

    private static AKeptHub Hub(IReadOnlyList<Rule> rules, params Authorisation[] grounds) => new(new DetectionDecision(new RuleSet(rules, [Ocmw]), new Router([Ocmw]), new LegalGate(grounds)));

    private static Authorisation Ground(params string[] contracts) =>
        new("a1", "magda", Purpose.ProactiveHelp, new HashSet<string> { "ocmw-gent" }, contracts.ToHashSet(), new HashSet<string>(), "B 1", new DateOnly(2026, 1, 1), null);

    private static EmploymentEnded Job(CitizenRef who, string day, int revision = 1) => JobEnds("a", day).As("job-" + who.Value.ToString()[..1], "a/end", revision, citizen: who);

    private static PersonChanged Lives(CitizenRef who) =>
        new PersonChanged { OccurredAt = At("2026-01-01"), Municipality = NisCode.Parse("44021"), BornOn = new DateOnly(1980, 1, 1) }.As("person-" + who.Value.ToString()[..1], "person", citizen: who);
}
