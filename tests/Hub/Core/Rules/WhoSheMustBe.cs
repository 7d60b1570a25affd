using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using static IntegrationHub.Core.Tests.Facts;
using static IntegrationHub.Core.Tests.Given.ARule;

namespace IntegrationHub.Core.Tests.Rules;

public class WhoSheMustBe
{
    private static readonly EmploymentEnded End = JobEnds("a", "2026-11-10");

    [Theory]
    [InlineData("2008-11-10", 1)]
    [InlineData("2008-11-11", 0)]
    [InlineData("1961-11-11", 1)]
    [InlineData("1961-11-10", 0)]
    public void Is_of_an_age_on_the_day_of_the_event(string born, int moments) =>
        Who(new PersonCondition { AgeFrom = 18, AgeUnder = 65 }).Detect(End, Person("2026-01-01") with { BornOn = DateOnly.Parse(born) }).Moments.Count.ShouldBe(moments);

    [Fact]
    public void Is_not_somebody_whose_age_is_unknown() => Who(new PersonCondition { AgeUnder = 65 }).Detect(End, Person("2026-01-01")).Moments.ShouldBeEmpty();

    [Fact]
    public void Is_alone_when_a_register_says_so()
    {
        var alone = Who(new PersonCondition { LivesAlone = true });
        var together = Who(new PersonCondition { LivesAlone = false });

        (alone.Fires(End).Length, together.Fires(End).Length).ShouldBe((0, 0));
        (alone.Fires(End, Household("h", "2026-01-01", Ann, Ann)).Length, together.Fires(End, Household("h", "2026-01-01", Ann, Ann)).Length).ShouldBe((1, 0));
        (alone.Fires(End, Household("h", "2026-01-01", Ann, Ann, Bram)).Length, together.Fires(End, Household("h", "2026-01-01", Ann, Ann, Bram)).Length).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("2010-01-01", 1, 0)]
    [InlineData("2000-01-01", 0, 1)]
    [InlineData(null, 0, 0)]
    public void Lives_with_a_minor(string? born, int withMinors, int without)
    {
        Fact[] facts = [End, Household("h", "2026-01-01", Ann, Ann, Bram), Person("2026-01-01").As("bram", "person", citizen: Bram) with { BornOn = born is null ? null : DateOnly.Parse(born) }];

        Who(new PersonCondition { MinorChildren = true }).Fires(facts).Length.ShouldBe(withMinors);
        Who(new PersonCondition { MinorChildren = false }).Fires(facts).Length.ShouldBe(without);
    }

    [Fact]
    public void Lives_in_a_municipality()
    {
        var rule = Who(new PersonCondition { Municipalities = [NisCode.Parse("44021")] });

        rule.Fires(End, Person("2026-01-01", "44021")).Length.ShouldBe(1);
        rule.Fires(End, Person("2026-01-01", "11002")).ShouldBeEmpty();
        rule.Fires(End).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-01-01", null, false)]
    [InlineData("2026-01-01", "2026-10-01", true)]
    [InlineData("2026-11-15", null, true)]
    public void Is_not_known_to_a_partner_when_it_could_first_be_told(string opened, string? closed, bool fires)
    {
        var rule = Who(new PersonCondition { KnownTo = new Dictionary<PartnerRole, bool> { [PartnerRole.Ocmw] = false } });
        List<Fact> facts = [End, new SupportFileOpened { OccurredAt = At(opened), File = "f", Partner = "ocmw-gent" }.As("f", "opened")];
        if (closed is not null)
            facts.Add(new SupportFileClosed { OccurredAt = At(closed), File = "f", Partner = "ocmw-gent", ClosedOn = DateOnly.Parse(closed) }.As("f", "closed"));

        rule.Fires([.. facts]).Length.ShouldBe(fires ? 1 : 0);
    }

    private static Rule Who(PersonCondition who) => When("employment-ended") with { Who = who };
}
