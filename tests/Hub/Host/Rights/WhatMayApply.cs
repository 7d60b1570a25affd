using IntegrationHub.Contracts;

namespace IntegrationHub.Host.Tests.Rights;

/// <summary>A story for each right that comes with the hub: worth exploring because of a fact, and not when it runs already.</summary>
public sealed class WhatMayApply
{
    [Fact]
    public void A_living_wage_may_whatever_the_moment_is_and_not_to_who_has_it()
    {
        new ALife().EvictionClaimed().Explore("leefloon").ShouldBe(["leefloon: moment"]);
        new ALife().Stopped("leefloon").Explore("leefloon").ShouldBe(["leefloon: moment"], "it stopped");
        new ALife().Receives("leefloon").Explore("leefloon").ShouldBeEmpty();
    }

    [Fact]
    public void The_increased_reimbursement_may_after_a_loss_of_income_or_a_stay_in_hospital_and_not_to_a_member_who_has_it()
    {
        new ALife().JobEnded().Explore("verhoogde-tegemoetkoming").ShouldBe(["verhoogde-tegemoetkoming: employment-ended"]);
        new ALife().Discharged().Explore("verhoogde-tegemoetkoming").ShouldBe(["verhoogde-tegemoetkoming: hospital-discharged"]);
        new ALife().JobEnded().Receives("leefloon").Explore("verhoogde-tegemoetkoming").ShouldBe(["verhoogde-tegemoetkoming: benefit-granted"], "what gives it automatically is told first");
        new ALife().EvictionClaimed().Explore("verhoogde-tegemoetkoming").ShouldBeEmpty("nothing speaks for it");
        new ALife().JobEnded().Receives("verhoogde-tegemoetkoming").Explore("verhoogde-tegemoetkoming").ShouldBeEmpty();
        new ALife().JobEnded().With(new InsuranceMembershipChanged { Mutuality = "101", IncreasedAllowance = true, OccurredAt = ALife.At(900) }).Explore("verhoogde-tegemoetkoming").ShouldBeEmpty();
    }

    [Fact]
    public void The_social_tariff_may_to_who_lives_with_somebody_on_a_living_wage_and_not_for_the_increased_reimbursement()
    {
        new ALife().Receives("leefloon").Explore("sociaal-tarief-energie").ShouldBe(["sociaal-tarief-energie: benefit-granted"]);
        new ALife().LivesWithSomebodyOf(50).Receives("leefloon", ALife.Other).Explore("sociaal-tarief-energie").ShouldBe(["sociaal-tarief-energie: benefit-granted"]);
        new ALife().Receives("leefloon", ALife.Other).Explore("sociaal-tarief-energie").ShouldBeEmpty("they never shared a household");
        new ALife().Receives("verhoogde-tegemoetkoming").Explore("sociaal-tarief-energie").ShouldBeEmpty("it no longer gives this right since 2023-07-01");
        new ALife().Receives("leefloon").Receives("sociaal-tarief-energie").Explore("sociaal-tarief-energie").ShouldBeEmpty();
    }

    [Fact]
    public void What_another_right_in_the_list_brings_along_is_listed_and_says_so()
    {
        var found = new ALife().EvictionClaimed().Found("sociaal-tarief-energie", "leefloon");

        found.Select(right => (right.Right.Id, Follows: string.Join(", ", right.Follows))).ShouldBe([("sociaal-tarief-energie", "leefloon"), ("leefloon", "")]);
        found[0].Fact.ShouldBeNull();
        new ALife().EvictionClaimed().Explore("sociaal-tarief-energie").ShouldBeEmpty("nothing is listed that brings it along");
        new ALife().Receives("leefloon").EvictionClaimed().Explore("leefloon", "sociaal-tarief-energie").ShouldBe(["sociaal-tarief-energie: benefit-granted"], "the leefloon runs and is left out; it itself says so");
    }

    [Fact]
    public void The_unemployment_benefit_may_after_a_job_and_not_to_who_works_or_has_it()
    {
        new ALife().JobEnded().Explore("werkloosheidsuitkering").ShouldBe(["werkloosheidsuitkering: employment-ended"]);
        new ALife().Stopped("uitkering-arbeidsongeschiktheid").Explore("werkloosheidsuitkering").ShouldBe(["werkloosheidsuitkering: benefit-ended"], "who is able to work again");
        new ALife().Reported("vrijlating").Explore("werkloosheidsuitkering").ShouldBe(["werkloosheidsuitkering: circumstance-reported"]);
        new ALife().JobEnded().With(new EmploymentStarted { Employment = "b", StartedOn = ALife.DaysAgo(1), OccurredAt = ALife.At(1) }).Explore("werkloosheidsuitkering").ShouldBeEmpty();
        new ALife().JobEnded().Receives("werkloosheidsuitkering").Explore("werkloosheidsuitkering").ShouldBeEmpty();
    }

    [Fact]
    public void The_incapacity_benefit_may_after_a_stay_in_hospital_or_when_the_physician_stopped_it()
    {
        new ALife().Discharged().Explore("uitkering-arbeidsongeschiktheid").ShouldBe(["uitkering-arbeidsongeschiktheid: hospital-discharged"]);
        new ALife().Stopped("uitkering-arbeidsongeschiktheid", "4").Explore("uitkering-arbeidsongeschiktheid").ShouldBe(["uitkering-arbeidsongeschiktheid: benefit-ended"]);
        new ALife().Reported("ontslag-psychiatrie").Explore("uitkering-arbeidsongeschiktheid").ShouldBe(["uitkering-arbeidsongeschiktheid: circumstance-reported"]);
        new ALife().Stopped("uitkering-arbeidsongeschiktheid", "1").Explore("uitkering-arbeidsongeschiktheid").ShouldBeEmpty("she works again");
        new ALife().Discharged().Receives("uitkering-arbeidsongeschiktheid").Explore("uitkering-arbeidsongeschiktheid").ShouldBeEmpty();
    }

    [Fact]
    public void The_Groeipakket_may_where_a_minor_lives()
    {
        new ALife().LivesWithSomebodyOf(4).Explore("groeipakket").ShouldBe(["groeipakket: moment"]);
        new ALife().LivesWithSomebodyOf(40).Explore("groeipakket").ShouldBeEmpty();
        new ALife().LivesWithSomebodyOf(4).Parted(5).Explore("groeipakket").ShouldBeEmpty("the child lives elsewhere by then");
        new ALife().LivesWithSomebodyOf(4).Receives("groeipakket").Explore("groeipakket").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sociale-toeslag-groeipakket")]
    [InlineData("schooltoeslag")]
    public void What_goes_to_children_in_a_family_with_little_income_may_after_a_loss_of_income(string right)
    {
        new ALife().LivesWithSomebodyOf(7).JobEnded().Explore(right).ShouldBe([$"{right}: employment-ended"]);
        new ALife().LivesWithSomebodyOf(7).Receives("leefloon").Explore(right).ShouldBe([$"{right}: benefit-granted"]);
        new ALife().LivesWithSomebodyOf(7).EvictionClaimed().Explore(right).ShouldBeEmpty("no income was lost");
        new ALife().JobEnded().Explore(right).ShouldBeEmpty("no child is known");
        new ALife().LivesWithSomebodyOf(7).JobEnded().Receives(right).Explore(right).ShouldBeEmpty();
    }

    [Fact]
    public void The_rent_allowance_may_whatever_the_moment_is_for_no_fact_tells_of_the_waiting_list()
    {
        new ALife().EvictionClaimed().Explore("huurpremie").ShouldBe(["huurpremie: moment"]);
        new ALife().EvictionClaimed().Receives("huurpremie").Explore("huurpremie").ShouldBeEmpty();
    }

    [Fact]
    public void The_care_budget_may_after_a_hospital_and_for_an_invalid()
    {
        new ALife().Discharged().Explore("zorgbudget").ShouldBe(["zorgbudget: hospital-discharged"]);
        new ALife().Reported("invaliditeit").Explore("zorgbudget").ShouldBe(["zorgbudget: circumstance-reported"]);
        new ALife().JobEnded().Explore("zorgbudget").ShouldBeEmpty();
        new ALife().Discharged().Receives("zorgbudget").Explore("zorgbudget").ShouldBeEmpty();
    }

    [Fact]
    public void The_carers_allowance_may_to_who_lives_with_somebody_who_needs_much_care()
    {
        new ALife().LivesWithSomebodyOf(80).Receives("zorgbudget", ALife.Other).Explore("mantelzorgpremie").ShouldBe(["mantelzorgpremie: benefit-granted"]);
        new ALife().Discharged().Explore("mantelzorgpremie").ShouldBe(["mantelzorgpremie: hospital-discharged"]);
        new ALife().JobEnded().Explore("mantelzorgpremie").ShouldBeEmpty();
        new ALife().Discharged().Receives("mantelzorgpremie").Explore("mantelzorgpremie").ShouldBeEmpty();
    }

    [Fact]
    public void The_allowance_for_a_disability_may_to_who_is_long_unable_to_work()
    {
        new ALife().Reported("invaliditeit").Explore("tegemoetkoming-personen-met-een-handicap").ShouldBe(["tegemoetkoming-personen-met-een-handicap: circumstance-reported"]);
        new ALife().Receives("uitkering-arbeidsongeschiktheid").Explore("tegemoetkoming-personen-met-een-handicap").ShouldBe(["tegemoetkoming-personen-met-een-handicap: benefit-granted"]);
        new ALife().Reported("vrijlating").Explore("tegemoetkoming-personen-met-een-handicap").ShouldBeEmpty();
        new ALife().Reported("invaliditeit").Receives("tegemoetkoming-personen-met-een-handicap").Explore("tegemoetkoming-personen-met-een-handicap").ShouldBeEmpty();
    }

    [Fact]
    public void The_debt_settlement_may_when_a_landlord_goes_to_court_or_an_enterprise_failed()
    {
        new ALife().EvictionClaimed().Explore("collectieve-schuldenregeling").ShouldBe(["collectieve-schuldenregeling: eviction-claimed"]);
        new ALife().With(new BankruptcyDeclared { Enterprise = KboNumber.Parse("0203430576"), OccurredAt = ALife.At(300) }).Explore("collectieve-schuldenregeling").ShouldBe(["collectieve-schuldenregeling: bankruptcy-declared"]);
        new ALife().JobEnded().Explore("collectieve-schuldenregeling").ShouldBeEmpty();
        new ALife().EvictionClaimed().Receives("collectieve-schuldenregeling").Explore("collectieve-schuldenregeling").ShouldBeEmpty();
    }

    [Fact]
    public void A_right_that_two_moments_name_is_listed_once_and_one_that_nobody_described_is_passed_over() =>
        ALife.Rights.Explore(
            [new(ALife.Moment("een"), ["leefloon", "stookolie-premie"]), new(ALife.Moment("twee"), ["leefloon", "huurpremie"])],
            moment => new Core.Timelines.VisibleLife(ALife.Ann, new ALife().Facts, _ => true, ALife.Now).At(moment.Moment.OccurredAt),
            ALife.Now).Select(right => (right.Right.Id, right.Moment.Rule)).ShouldBe([("leefloon", "een"), ("huurpremie", "twee")]);
}
