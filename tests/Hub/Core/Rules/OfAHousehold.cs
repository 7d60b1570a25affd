using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class OfAHousehold
{
    private static readonly CitizenRef Cem = new(Guid.Parse("33333333-3333-4333-8333-333333333333"));
    private static readonly Rule Death = When(new Trigger { Contract = "person-changed", Of = Whose.Household, Where = [new FieldTest("diedOn") { Known = true }], At = "diedOn" });
    private static readonly PersonChanged BramDied = Person("2026-11-10", died: "2026-11-10").As("bram", "person", citizen: Bram);
    private static readonly HouseholdChanged Together = Household("h", "2020-01-01", Ann, Ann, Bram);

    [Fact]
    public void A_fact_of_one_carries_a_moment_of_the_other()
    {
        var moment = Death.Detect(Together, BramDied).Moments.ShouldHaveSingleItem();

        (moment.Citizen, moment.Anchor.RecordId, moment.OccurredAt).ShouldBe((Ann, "bram", At("2026-11-10")));
    }

    [Fact]
    public void Ones_own_fact_does_not() => Death.Fires(Household("h", "2020-01-01", Bram, Ann, Bram), Person("2026-11-10", died: "2030-01-01")).ShouldBeEmpty();

    [Fact]
    public void Who_died_has_no_moments() => Death.Fires(Together, BramDied, Person("2026-11-12", died: "2026-11-12")).ShouldBeEmpty();

    [Fact]
    public void Who_was_struck_from_it_on_the_very_day_lived_in_it_the_day_before() =>
        Death.Fires(Together, BramDied, Household("h", "2026-11-10", Ann, Ann) with { Revision = 2 }).ShouldBe(["bram"]);

    [Fact]
    public void Who_left_before_is_no_part_of_it() => Death.Fires(Together, BramDied, Household("h", "2026-11-01", Ann, Ann) with { Revision = 2 }).ShouldBeEmpty();

    [Fact]
    public void Who_left_by_her_own_register_is_no_part_of_it() => Death.Fires(Together, BramDied, Household("h2", "2026-11-01", Bram, Bram)).ShouldBeEmpty();

    [Fact]
    public void Who_left_by_the_register_of_somebody_else_is_no_part_of_it() => Death.Fires(Together, BramDied, Household("h3", "2026-11-01", Cem, Cem, Bram)).ShouldBeEmpty();

    [Fact]
    public void A_register_that_does_not_date_who_left_counts_from_when_the_hub_knew()
    {
        var left = Household("h", "2015-01-01", Ann, Ann) with { Revision = 2 };

        Death.Fires(Together, BramDied, left with { KnownAt = At("2026-11-05") }).ShouldBeEmpty();
        Death.Fires(Together, BramDied, left with { KnownAt = At("2026-11-15") }).ShouldBe(["bram"]);
    }

    [Fact]
    public void A_register_that_dates_nothing_counts_from_when_the_hub_knew()
    {
        Death.Fires(Household("h", "1970-01-01", Ann, Ann, Bram) with { KnownAt = At("2026-11-05") }, BramDied).ShouldBe(["bram"]);
        Death.Fires(Household("h", "1970-01-01", Ann, Ann, Bram) with { KnownAt = At("2026-11-15") }, BramDied).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("opvangadres")]
    [InlineData("veiligheidsrisico")]
    public void Nothing_is_told_while_a_flag_of_either_runs(string code)
    {
        foreach (var citizen in new[] { Ann, Bram })
        {
            Death.Fires(Together, BramDied, Circumstance("flag", "2026-10-01", code, citizen: citizen)).ShouldBeEmpty();
            Death.Fires(Together, BramDied, Circumstance("flag", "2026-11-18", code, citizen: citizen)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void What_a_flag_hid_until_its_end_is_looked_at_again_then()
    {
        Fact[] facts = [Together, BramDied, Circumstance("flag", "2026-11-18", "opvangadres", citizen: Bram, attributes: ("until", "2026-11-30"))];

        Death.Detect(facts).RecheckAt.ShouldBe(At("2026-12-01"));
        Death.DetectAt(At("2026-12-01"), facts).Moments.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_moment_rests_on_the_latest_that_each_source_says_of_who_lives_together()
    {
        Fact[] facts = [Together, Household("bram", "2021-01-01", Bram, Ann, Bram), Household("old", "2019-01-01", Ann, Ann, Bram) with { Source = "ocmw" }, BramDied];

        var household = Death.Detect(facts).Moments.ShouldHaveSingleItem().Grounds.Skip(1).ToList();

        household.ShouldAllBe(ground => ground.Role == GroundRole.Household && ground.OneOf == 0);
        household.Select(ground => ground.Fact.RecordId).ShouldBe(["bram", "old"], ignoreOrder: true);
    }

    [Fact]
    public void A_moment_of_who_lost_a_member_the_day_before_rests_on_what_was_said_then() =>
        Death.Detect(Together, BramDied, Household("h", "2026-11-10", Ann, Ann) with { Revision = 2 }).Moments.ShouldHaveSingleItem()
            .Grounds[1].ShouldSatisfyAllConditions(ground => ground.Fact.RecordId.ShouldBe("h"), ground => ground.OccurredAt.ShouldBe(At("2020-01-01")));

    [Fact]
    public void A_moment_rests_on_what_is_said_of_each_of_those_it_takes_two_of()
    {
        var rule = Death with { And = [new FactCondition { Contract = "benefit-granted", Of = Whose.Household }] };
        Fact[] facts = [Together, Household("cem", "2021-01-01", Cem, Ann, Bram, Cem) with { Source = "ocmw" }, Granted("g", "2026-01-01", "leefloon") with { Citizen = Cem }, BramDied];

        var grounds = rule.Detect(facts).Moments.ShouldHaveSingleItem().Grounds;

        grounds.Where(ground => ground.OneOf == 0).Select(ground => ground.Fact.RecordId).ShouldBe(["h", "cem"], ignoreOrder: true);
        grounds.Where(ground => ground.OneOf == 1).Select(ground => ground.Fact.RecordId).ShouldBe(["cem"]);
    }

    [Fact]
    public void Where_sources_contradict_each_other_a_rule_that_asks_with_whom_she_lives_rests_on_what_is_believed_of_each()
    {
        var rule = When("employment-ended") with { Who = new PersonCondition { LivesAlone = true } };
        var job = JobEnds("a", "2026-11-18");
        var apart = Household("bram", "2026-06-01", Bram, Bram) with { Source = "ocmw" };

        rule.Detect(Together, apart, job).Moments.ShouldHaveSingleItem().Grounds.Skip(1).Select(ground => (ground.Role, ground.Fact.RecordId, ground.OneOf))
            .ShouldBe([(GroundRole.Who, "h", 0), (GroundRole.Who, "bram", 1)], ignoreOrder: true);
        rule.Detect(Household("h", "2026-07-01", Ann, Ann), apart, job).Moments.ShouldHaveSingleItem().Grounds.Skip(1).Select(ground => (ground.Fact.RecordId, ground.OneOf)).ShouldBe([("h", 0)]);
    }

    [Fact]
    public void A_timeline_tells_who_lives_with_her_when()
    {
        var timeline = TimelineOf(Together, Household("h", "2026-06-01", Ann, Ann, Cem) with { Revision = 2 }, Circumstance("flag", "2026-09-01", "opvangadres", citizen: Cem));

        timeline.LivesWith(At("2019-12-31")).ShouldBeEmpty();
        timeline.LivesWith(At("2026-05-31")).ShouldBe([Bram]);
        timeline.LivesWith(At("2026-06-01")).ShouldBe([Cem]);
    }
}
