using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class WhatHoldsARuleBack
{
    private static readonly EmploymentEnded End = JobEnds("a", "2026-11-10");
    private static readonly KboNumber Bakery = KboNumber.Parse("0203430576");

    [Fact]
    public void Is_a_fact_that_runs()
    {
        var rule = UnlessRunning("benefit-granted");

        rule.Detect(End, Granted("g", "2026-01-01", "leefloon")).Moments.ShouldBeEmpty();
        rule.Detect(End, Granted("g", "2026-01-01", "leefloon"), BenefitEnds("e", "2026-11-20", "leefloon")).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void Until_its_known_end_is_looked_at_again_then()
    {
        var rule = UnlessRunning("benefit-granted");
        Fact[] facts = [End, Granted("g", "2026-01-01", "leefloon", until: "2026-12-24")];

        rule.Detect(facts).RecheckAt.ShouldBe(At("2026-12-25"));
        rule.DetectAt(At("2026-12-25").AddTicks(-1), facts).Moments.ShouldBeEmpty();
        rule.DetectAt(At("2026-12-25"), facts).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void Is_not_what_another_source_ends_of_the_same_employer()
    {
        var job = JobStarts("zzz", "2025-01-01").As("payroll", "k", source: "payroll") with { Employer = Bakery };
        var rule = UnlessRunning("employment-started");

        rule.Detect(End with { Employer = Bakery }, job).Moments.ShouldHaveSingleItem();
        rule.Detect(End, job).Moments.ShouldBeEmpty();
        rule.Detect(End with { Employer = Bakery }, job with { OccurredAt = At("2026-11-15") }).Moments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-11-09", false)]
    [InlineData("2026-11-10", true)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-25", false)]
    public void May_have_to_come_within_a_period_after(string day, bool holdsBack) =>
        (When("employment-ended") with { Unless = [new FactCondition { Contract = "benefit-granted", After = Days(14) }] })
            .Detect(End, Granted("g", day, "leefloon")).Moments.Count.ShouldBe(holdsBack ? 0 : 1);

    [Theory]
    [InlineData("2026-10-26", false)]
    [InlineData("2026-10-27", true)]
    [InlineData("2026-11-10", true)]
    [InlineData("2026-11-11", false)]
    public void May_have_to_come_within_a_period_before(string day, bool holdsBack) =>
        (When("employment-ended") with { Unless = [new FactCondition { Contract = "benefit-granted", Before = Days(14) }] })
            .Detect(End, Granted("g", day, "leefloon")).Moments.Count.ShouldBe(holdsBack ? 0 : 1);

    [Fact]
    public void May_have_to_be_of_the_same_benefit()
    {
        var rule = When("benefit-ended") with { Unless = [new FactCondition { Contract = "benefit-granted", Same = ["benefit"], After = Days(14) }] };

        rule.Detect(BenefitEnds("e", "2026-11-10", "leefloon"), Granted("g", "2026-11-12", "leefloon", "r2")).Moments.ShouldBeEmpty();
        rule.Detect(BenefitEnds("e", "2026-11-10", "leefloon"), Granted("g", "2026-11-12", "werkloosheidsuitkering", "r2")).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void Is_neither_the_fact_itself_nor_what_another_source_says_of_the_same_event()
    {
        var rule = When("circumstance-reported") with { Unless = [new FactCondition { Contract = "circumstance-reported" }] };

        rule.Fires(Circumstance("a", "2026-11-10", "x")).ShouldBe(["a"]);
        rule.Fires(Circumstance("a", "2026-11-10", "x"), Circumstance("b", "2026-11-12", "x", source: "ocmw")).ShouldBe(["a", "b"]);
        rule.Fires(Circumstance("a", "2026-11-10", "x"), Circumstance("b", "2026-11-12", "x")).ShouldBeEmpty();
    }

    [Fact]
    public void Is_that_a_fact_it_needs_is_not_there()
    {
        var rule = When("employment-ended") with { And = [new FactCondition { Contract = "benefit-granted", IsRunning = true, Where = [new FieldTest("benefit") { In = ["leefloon"] }] }] };

        rule.Detect(End).Moments.ShouldBeEmpty();
        var finding = rule.Detect(End, Granted("g", "2026-01-01", "leefloon", until: "2026-12-24"));
        finding.Moments.ShouldHaveSingleItem().Grounds.Select(ground => ground.Fact.RecordId).ShouldBe(["dimona", "g"]);
        finding.RecheckAt.ShouldBe(At("2026-12-25"));
    }

    private static Rule UnlessRunning(string contract) => When("employment-ended") with { Unless = [new FactCondition { Contract = contract, IsRunning = true }] };
}
