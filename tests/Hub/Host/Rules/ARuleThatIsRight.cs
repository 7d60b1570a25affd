using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Host.Tests.Rules;

public sealed class ARuleThatIsRight : IDisposable
{
    private const string Least = """
        id: ontslag
        title: { nl: Iemand is zijn of haar werk kwijt, en: Somebody lost their job }
        text: { nl: Kijk of er werkloosheid is, en: See whether there is unemployment benefit }
        when: { fact: employment-ended }
        recipients: ocmw
        """;

    private readonly ARuleFolder rules = new();

    public void Dispose() => rules.Dispose();

    [Fact]
    public void Needs_five_keys_and_takes_the_usual_for_the_rest()
    {
        var rule = Read("ontslag", Least);

        (rule.Id, rule.Moment, rule.File).ShouldBe(("ontslag", "ontslag", "ontslag.yaml"));
        rule.Title.ShouldBe(new Dictionary<string, string> { ["nl"] = "Iemand is zijn of haar werk kwijt", ["en"] = "Somebody lost their job" });
        (rule.When.Contract, rule.When.Of, rule.When.Only, rule.When.Count, rule.When.At).ShouldBe(("employment-ended", Whose.Citizen, Which.All, 1, null));
        rule.Recipients.ShouldBe([PartnerRole.Ocmw]);
        (rule.Priority, rule.Wait, rule.Expires, rule.StaleAfter, rule.SameWithin).ShouldBe((Priority.Normal, null, Rule.UsualExpiry, Rule.UsualStaleness, Rule.UsualSame));
        (rule.And.Count, rule.Unless.Count, rule.Rights.Count).ShouldBe((0, 0, 0));
        rule.Who.ShouldBe(PersonCondition.Anyone);
    }

    [Fact]
    public void Says_all_that_a_rule_can_say()
    {
        var rule = Read("alles", """
            id: alles
            moment: ontslag
            priority: urgent
            title: { nl: a, en: b }
            text:
              nl: |
                Eerste regel.
                Tweede regel.
              en: one
            when:
              fact: circumstance-reported
              of: household
              where:
                code: [ 'vertraagde-uitbetaling', 04 ]
                attributes.days: { from: 30, to: 60.5 }
                attributes.since: { from: 2026-01-01 }
              at: attributes.since
              plus: 18 years
              count: 3
              within: 1 year
            and:
              - fact: benefit-granted
                where: { benefit: { not: leefloon }, until: { known: yes }, category: { known: no } }
                running: yes
                before: 1 year
              - { fact: insurance-membership-changed, where: { increasedAllowance: yes } }
            unless:
              - fact: hospital-discharged
                where: { disposition: [ Died, OtherHospital ] }
                after: 14 days
              - fact: circumstance-reported
                where: { code: { not: [ a, b ] } }
                same: [ code, attributes.file ]
            wait: 36 hours
            who:
              age: { from: 18, under: 65 }
              livesAlone: yes
              minorChildren: false
              municipality: [ 44021, "11002" ]
              knownTo: { ocmw: no, dmw: yes }
            recipients: [ ocmw, caw ]
            expires: 2 weeks
            staleAfter: 6 months
            sameWithin: 0 days
            rights: [ leefloon ]
            """);

        (rule.Id, rule.Moment, rule.Priority, rule.Text["nl"]).ShouldBe(("alles", "ontslag", Priority.Urgent, "Eerste regel.\nTweede regel."));
        (rule.When.Of, rule.When.At, rule.When.Plus, rule.When.Count, rule.When.Within).ShouldBe((Whose.Household, "attributes.since", new Period(18, PeriodUnit.Year), 3, new Period(1, PeriodUnit.Year)));
        rule.When.Where.Select(test => test.Field).ShouldBe(["code", "attributes.days", "attributes.since"]);
        rule.When.Where[0].In.ShouldBe(["vertraagde-uitbetaling", "04"]);
        (rule.When.Where[1].From, rule.When.Where[1].To, rule.When.Where[2].From).ShouldBe(("30", "60.5", "2026-01-01"));
        var granted = rule.And[0];
        (granted.IsRunning, granted.Before, granted.After).ShouldBe((true, new Period(1, PeriodUnit.Year), null));
        granted.Where[0].NotIn.ShouldBe(["leefloon"]);
        (granted.Where[1].Known, granted.Where[2].Known).ShouldBe((true, false));
        rule.And[1].Where[0].In.ShouldBe(["true"]);
        rule.Unless[0].Where[0].In.ShouldBe(["Died", "OtherHospital"]);
        rule.Unless[0].After.ShouldBe(new Period(14, PeriodUnit.Day));
        rule.Unless[1].Same.ShouldBe(["code", "attributes.file"]);
        rule.Wait.ShouldBe(new Period(36, PeriodUnit.Hour));
        (rule.Who.AgeFrom, rule.Who.AgeUnder, rule.Who.LivesAlone, rule.Who.MinorChildren).ShouldBe((18, 65, true, false));
        rule.Who.Municipalities.ShouldBe([NisCode.Parse("44021"), NisCode.Parse("11002")]);
        rule.Who.KnownTo.ShouldBe(new Dictionary<PartnerRole, bool> { [PartnerRole.Ocmw] = false, [PartnerRole.Dmw] = true });
        rule.Recipients.ShouldBe([PartnerRole.Ocmw, PartnerRole.Caw]);
        (rule.Expires, rule.StaleAfter, rule.SameWithin).ShouldBe((new Period(2, PeriodUnit.Week), new Period(6, PeriodUnit.Month), new Period(0, PeriodUnit.Day)));
        rule.Rights.ShouldBe(["leefloon"]);
    }

    [Fact]
    public void Stands_in_a_file_of_its_own_beside_others_and_other_files_are_left_alone()
    {
        rules.With("ontslag.yaml", Least).With("afdanking.yaml", Least.Replace("id: ontslag", "id: afdanking\nmoment: ontslag", StringComparison.Ordinal)).With("README.md", "no rule").With("rule.schema.json", "{}");

        var reading = rules.Read();

        reading.Mistakes.ShouldBeEmpty();
        reading.Rules.Select(rule => rule.Id).ShouldBe(["afdanking", "ontslag"]);
    }

    private Rule Read(string id, string text)
    {
        var reading = rules.With($"{id}.yaml", text).Read("leefloon");
        reading.Mistakes.ShouldBeEmpty();
        return reading.Rules.Single();
    }
}
