using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class WhatFits
{
    private static readonly EmploymentEnded Student = JobEnds("a", "2026-11-18") with { WorkerKind = "STU" };
    private static readonly EmploymentEnded Unsaid = JobEnds("a", "2026-11-18");

    [Fact]
    public void Is_a_fact_of_the_contract_with_one_of_the_values() =>
        When("employment-ended", new FieldTest("workerKind") { In = ["OTH", "STU"] }).Detect(Student).Moments.ShouldHaveSingleItem();

    [Fact]
    public void Is_no_fact_without_a_value_where_one_is_asked() =>
        When("employment-ended", new FieldTest("workerKind") { In = ["STU"] }).Detect(Unsaid).Moments.ShouldBeEmpty();

    [Fact]
    public void Is_a_fact_without_a_value_where_some_values_are_excluded()
    {
        var rule = When("employment-ended", new FieldTest("workerKind") { NotIn = ["STU"] });

        rule.Detect(Unsaid).Moments.ShouldHaveSingleItem();
        rule.Detect(Student).Moments.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public void May_depend_on_whether_there_is_a_value(bool known, int ofStudent, int ofUnsaid)
    {
        var rule = When("employment-ended", new FieldTest("workerKind") { Known = known });

        (rule.Detect(Student).Moments.Count, rule.Detect(Unsaid).Moments.Count).ShouldBe((ofStudent, ofUnsaid));
    }

    [Theory]
    [InlineData("29", 0)]
    [InlineData("30", 1)]
    [InlineData("60.0", 1)]
    [InlineData("61", 0)]
    [InlineData("many", 0)]
    public void May_depend_on_a_number_among_attributes(string days, int moments) =>
        When("circumstance-reported", new FieldTest("attributes.days") { From = "30", To = "60" })
            .Detect(Circumstance("c", "2026-11-18", "x", attributes: ("days", days))).Moments.Count.ShouldBe(moments);

    [Theory]
    [InlineData("2026-11-17", 0)]
    [InlineData("2026-11-18", 1)]
    public void May_depend_on_a_date(string day, int moments) =>
        When("employment-ended", new FieldTest("endedOn") { From = "2026-11-18" }).Detect(JobEnds("a", day)).Moments.Count.ShouldBe(moments);

    [Fact]
    public void May_depend_on_one_of_several_values()
    {
        var file = new SupportFileOpened { OccurredAt = At("2026-11-18"), File = "f", Partner = "caw", Themes = ["wonen", "schulden"] }.As("f", "opened");

        When("support-file-opened", new FieldTest("themes") { In = ["schulden"] }).Fires(file).ShouldBe(["f"]);
        When("support-file-opened", new FieldTest("themes") { NotIn = ["schulden"] }).Fires(file).ShouldBeEmpty();
    }

    [Fact]
    public void May_depend_on_yes_or_no()
    {
        var membership = new InsuranceMembershipChanged { OccurredAt = At("2026-11-18"), Mutuality = "108", IncreasedAllowance = true }.As("m", "k");

        When("insurance-membership-changed", new FieldTest("increasedAllowance") { In = ["yes"] }).Fires(membership).ShouldBe(["m"]);
        When("insurance-membership-changed", new FieldTest("increasedAllowance") { In = ["no"] }).Fires(membership).ShouldBeEmpty();
    }

    [Fact]
    public void Happens_on_the_date_that_the_rule_names_and_so_much_later()
    {
        var person = Person("2026-01-01") with { BornOn = new DateOnly(2008, 11, 20) };
        var rule = When(new Trigger { Contract = "person-changed", At = "bornOn", Plus = new Period(18, PeriodUnit.Year) });

        rule.Detect(person).Moments.ShouldHaveSingleItem().OccurredAt.ShouldBe(At("2026-11-20"));
        rule.Detect(person with { BornOn = null }).Moments.ShouldBeEmpty();
        rule.Detect(person with { BornOn = new DateOnly(2008, 12, 1) }).RecheckAt.ShouldBe(At("2026-12-01"));
    }

    [Fact]
    public void Of_several_the_last_carries_the_moment_with_what_another_source_says_of_it()
    {
        var rule = When(new Trigger { Contract = "circumstance-reported", Only = Which.Last });

        rule.Fires(Circumstance("early", "2026-10-01", "x"), Circumstance("late", "2026-11-18", "x"), Circumstance("other", "2026-11-12", "x", source: "ocmw"), Circumstance("far", "2026-11-01", "x", source: "cm"))
            .ShouldBe(["other", "late"]);
    }

    [Fact]
    public void Of_several_the_first_carries_the_moment_with_what_another_source_says_of_it() =>
        When(new Trigger { Contract = "circumstance-reported", Only = Which.First })
            .Fires(Circumstance("early", "2026-10-01", "x"), Circumstance("late", "2026-11-18", "x"), Circumstance("other", "2026-10-08", "x", source: "ocmw"), Circumstance("far", "2026-10-09", "x", source: "cm"))
            .ShouldBe(["early", "other"]);

    [Fact]
    public void Of_several_within_a_period_the_third_carries_the_moment_and_counts_the_others()
    {
        var rule = When(new Trigger { Contract = "circumstance-reported", Count = 3, Within = new Period(1, PeriodUnit.Year) });
        var payments = new[] { "2025-01-15", "2026-02-01", "2026-05-01", "2026-09-01", "2026-10-01" }.Select((day, i) => (Fact)Circumstance($"{i}", day, "x")).ToArray();

        var moment = rule.Detect(payments).Moments.ShouldHaveSingleItem();

        moment.Anchor.RecordId.ShouldBe("3");
        moment.Grounds.Select(ground => ground.Fact.RecordId).ShouldBe(["3", "1", "2"]);
    }

    [Fact]
    public void What_two_sources_say_of_one_event_counts_once()
    {
        var rule = When(new Trigger { Contract = "circumstance-reported", Count = 2, Within = new Period(1, PeriodUnit.Year) });
        Fact[] once = [Circumstance("a", "2026-05-01", "x"), Circumstance("b", "2026-05-05", "x", source: "ocmw")];

        rule.Fires(once).ShouldBeEmpty();
        rule.Fires([.. once, Circumstance("c", "2026-06-01", "x")]).ShouldBe(["c"]);
    }

    [Fact]
    public void Names_a_field_that_exists() =>
        Should.Throw<ArgumentException>(() => When("employment-ended", new FieldTest("salary")).Detect()).Message.ShouldStartWith("The contract employment-ended has no field 'salary'");
}
