using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Explaining;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class WhatIsExplained
{
    private static readonly Rule Ontslag = DefaultRules.All[0];

    [Fact]
    public void Is_the_moment_that_fired()
    {
        var explanation = Ontslag.Explain(JobEnds("a", "2026-11-10"));

        explanation.Fired.ShouldBeTrue();
        explanation.Candidates.ShouldHaveSingleItem().Moment!.Anchor.FactKey.ShouldBe("a/end");
    }

    [Fact]
    public void Is_which_fact_of_which_source_holds_it_back()
    {
        var reason = Ontslag.Explain(JobEnds("a", "2026-11-10"), JobStarts("b", "2026-11-16")).Candidates.ShouldHaveSingleItem().Reasons.ShouldHaveSingleItem();

        reason.Kind.ShouldBe(ReasonKind.HeldBack);
        reason.Text.ShouldBe("Held back by employment-started, from magda.");
        reason.Fact!.Fact.ShouldBe(new FactIdentity("magda", "dimona", "b/start"));
    }

    [Fact]
    public void Is_until_when_it_waits() =>
        (Ontslag with { Wait = Days(14) }).Explain(JobEnds("a", "2026-11-10")).Candidates[0].Reasons.ShouldHaveSingleItem().ShouldBe(new Reason(ReasonKind.Waits, "It does not count yet.", Until: At("2026-11-24")));

    [Fact]
    public void Is_every_reason_and_not_only_the_first()
    {
        var rule = When("employment-ended") with { Wait = Days(14), Who = new PersonCondition { LivesAlone = true }, And = [new FactCondition { Contract = "benefit-granted" }] };

        rule.Explain(JobEnds("a", "2026-11-10")).Candidates[0].Reasons.Select(reason => reason.Kind).ShouldBe([ReasonKind.Waits, ReasonKind.Person, ReasonKind.Missing]);
    }

    [Fact]
    public void Is_whether_a_person_condition_is_unknown_or_otherwise()
    {
        var rule = When("employment-ended") with { Who = new PersonCondition { AgeFrom = 18 } };

        rule.Explain(JobEnds("a", "2026-11-10")).Candidates[0].Reasons[0].Text.ShouldBe("age is unknown.");
        rule.Explain(JobEnds("a", "2026-11-10"), Person("2026-01-01") with { BornOn = new DateOnly(2010, 1, 1) }).Candidates[0].Reasons[0].Text.ShouldBe("age is not as the rule asks.");
    }

    [Fact]
    public void Is_that_it_is_history() =>
        When("employment-ended").Explain(JobEnds("a", "2020-01-01") with { KnownAt = Now }).Candidates[0].Reasons.ShouldHaveSingleItem().Kind.ShouldBe(ReasonKind.Stale);

    [Fact]
    public void Is_that_nothing_of_the_contract_is_known() => Ontslag.Explain(Person("2026-01-01")).Reason!.Text.ShouldBe("There is no employment-ended of her.");

    [Fact]
    public void Is_that_she_died() => Ontslag.Explain(JobEnds("a", "2026-11-10"), Person("2026-01-01", died: "2026-11-11")).Reason!.Kind.ShouldBe(ReasonKind.Died);

    [Fact]
    public void Is_why_a_fact_does_not_fit() =>
        When("employment-ended", new FieldTest("workerKind") { In = ["OTH"] }).Explain(JobEnds("a", "2026-11-10")).Candidates[0].Reasons.ShouldHaveSingleItem()
            .ShouldBe(new Reason(ReasonKind.DoesNotFit, "Its workerKind is not as the rule asks."));
}
