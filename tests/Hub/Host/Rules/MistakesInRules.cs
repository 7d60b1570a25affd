namespace IntegrationHub.Host.Tests.Rules;

public sealed class MistakesInRules : IDisposable
{
    private readonly ARuleFolder rules = new();

    public void Dispose() => rules.Dispose();

    [Fact]
    public void Are_told_at_once_of_every_file_with_line_column_and_the_nearest_name()
    {
        rules.With("ontslag.yaml", """
            id: Ontslag
            prioriteit: high
            priority: hihg
            title: { nl: Iemand is zijn werk kwijt }
            text: Dit is geen kaart
            when:
              fact: employment-endd
            unles: []
            recipients: [ ocmw, ocwm, ocmw ]
            wait: 14 dagen
            rights: [ leeflon ]
            """)
            .With("tweede.yaml", "a: [")
            .With("derde.yml", "id: derde")
            .With("vierde.yaml", "");

        rules.Read("leefloon", "huurpremie").Mistakes.ShouldBe(
        [
            "rules/derde.yml: a rule is a file that ends in .yaml; rename it",
            "rules/ontslag.yaml(1,5): id: expected kebab-case: lower-case letters, digits and hyphens, at most 60, found 'Ontslag'; write it so",
            "rules/ontslag.yaml(2,1): prioriteit: expected a known key, found 'prioriteit'; did you mean 'priority'?",
            "rules/ontslag.yaml(3,11): priority: expected one of low, normal, high, urgent, found 'hihg'; did you mean 'high'?",
            "rules/ontslag.yaml(4,8): title.en: expected the text in English, found nothing; add 'en'",
            "rules/ontslag.yaml(5,7): text: expected what it is about and what the case worker can do, in plain words: { nl: ..., en: ... }, found 'Dit is geen kaart'; write it as 'key: value' lines, indented below it, or between { and }",
            "rules/ontslag.yaml(7,9): when.fact: expected the name of a fact, found 'employment-endd'; did you mean 'employment-ended'?",
            "rules/ontslag.yaml(8,1): unles: expected a known key, found 'unles'; did you mean 'unless'?",
            "rules/ontslag.yaml(9,21): recipients[1]: expected who may be of help: one or more of ocmw, caw, dmw, found 'ocwm'; did you mean 'ocmw'?",
            "rules/ontslag.yaml(9,27): recipients[2]: expected each once, found 'ocmw' again; remove one of the two",
            "rules/ontslag.yaml(10,7): wait: expected a number and hours, days, weeks, months or years, such as '14 days', at most 150 years, found '14 dagen'; write it so",
            "rules/ontslag.yaml(11,11): rights[0]: expected ids of rights (rights/*.yaml), found 'leeflon'; did you mean 'leefloon'?",
            "rules/tweede.yaml(2,1): the file: expected YAML, found something else (While parsing a node, did not find expected node content); correct it there: look at the indentation, and put quotes around text with ': ', '#' or a leading '*', '&', '@' or '%'",
            "rules/vierde.yaml(1,1): the file: expected id, title, text, when and recipients, found an empty file; copy a rule that comes near, and change it",
        ]);
    }

    [Fact]
    public void Are_every_key_that_a_rule_needs_and_lacks()
    {
        rules.With("leeg.yaml", "priority:\nrecipients: []\n");

        rules.Read().Mistakes.ShouldBe(
        [
            "rules/leeg.yaml(1,1): id: expected kebab-case: lower-case letters, digits and hyphens, at most 60, such as leeg, found nothing; add 'id'",
            "rules/leeg.yaml(1,1): when: expected the fact that makes the moment: { fact: ... }, found nothing; add 'when'",
            "rules/leeg.yaml(1,1): title: expected what happened, in a few plain words: { nl: ..., en: ... }, found nothing; add 'title'",
            "rules/leeg.yaml(1,1): text: expected what it is about and what the case worker can do, in plain words: { nl: ..., en: ... }, found nothing; add 'text'",
            "rules/leeg.yaml(1,1): priority: expected something behind ':', found nothing; fill it in, or remove 'priority'",
            "rules/leeg.yaml(2,13): recipients: expected who may be of help: one or more of ocmw, caw, dmw, found an empty list; put at least one in it",
        ],
        ignoreOrder: true);
    }

    [Theory]
    [InlineData("when: { fact: employment-ended, count: 3 }", "when.count: expected 'within', the period that is looked back over, beside 'count', found none; add 'within', such as within: 1 year")]
    [InlineData("when: { fact: employment-ended, within: 1 year }", "when.within: expected 'count', how many there must be within that period, beside 'within', found none; add 'count'")]
    [InlineData("when: { fact: employment-ended }\nexpires: 9000 years", "expires: expected a number and hours, days, weeks, months or years, such as '14 days', at most 150 years, found '9000 years'; write it so")]
    [InlineData("when: { fact: employment-ended, count: 1, within: 1 year }", "when.count: expected a number from 2 to 1000, found '1'; correct the number")]
    [InlineData("when: { fact: employment-ended, count: 2, within: 1 year, only: last }", "when.only: expected either 'count' or 'only', found both; remove one of the two")]
    [InlineData("when: { fact: person-changed, plus: 18 years }", "when.plus: expected 'at', the date that it is counted from, beside 'plus', found none; add 'at'")]
    [InlineData("when: { fact: person-changed, at: sex }", "when.at: expected a field of person-changed that holds a date, found 'sex'; write one of bornOn, diedOn, civilStatusSince, cohabitationEndedOn, struckOffOn")]
    [InlineData("when: { fact: person-changed, of: houshold }", "when.of: expected one of citizen, household, found 'houshold'; did you mean 'household'?")]
    [InlineData("when: { fact: employment-ended, only: latest }", "when.only: expected one of all, first, last, found 'latest'; did you mean 'last'?")]
    [InlineData("when: { fact: citizen-identity-replaced }", "when.fact: expected the name of a fact, found 'citizen-identity-replaced'; write one of bankruptcy-declared, ")]
    [InlineData("when: { fact: circumstance-reported }", "when.fact: expected 'where' with the code of the circumstance, found none; add where: { code: ... }; without it every circumstance fits")]
    [InlineData("when: { fact: employment-ended, where: { workerkind: STU } }", "when.where.workerkind: expected a field of employment-ended, found 'workerkind'; did you mean 'workerKind'?")]
    [InlineData("when: { fact: employment-ended, where: { endedOn: 31/12/2026 } }", "when.where.endedOn: expected a date, as 2026-12-31, found '31/12/2026'; correct it")]
    [InlineData("when: { fact: employment-ended, where: { workerKind: [] } }", "when.where.workerKind: expected a value, a list of values, or { not: ... }, { known: yes }, { from: ..., to: ... }, found an empty list; put at least one in it")]
    [InlineData("when: { fact: employment-ended, where: { workerKind: { niet: STU } } }", "when.where.workerKind.niet: expected a known key, found 'niet'; did you mean 'not'?")]
    [InlineData("when: { fact: employment-ended, where: { endedOn: { known: no } } }", "when.where.endedOn.known: expected a field that may be empty, found endedOn, which never is; remove it: every such fact has this field")]
    [InlineData("when: { fact: benefit-ended, where: { reason: { known: no, not: x } } }", "when.where.reason.known: expected nothing beside 'known: no', found more; remove the one or the other")]
    [InlineData("when: { fact: benefit-ended, where: { reason: { known: maybe } } }", "when.where.reason.known: expected yes or no, found 'maybe'; write one of these")]
    [InlineData("when: { fact: benefit-ended, where: { endedOn: { from: 2026-02-01, to: 2026-01-01 } } }", "when.where.endedOn.to: expected no less than 'from' (2026-02-01), found '2026-01-01'; correct the one or the other")]
    [InlineData("when: { fact: benefit-ended, where: { reason: { from: a } } }", "when.where.reason.from: expected a number, or a date as 2026-12-31, found 'a'; correct it")]
    [InlineData("when: { fact: hospital-discharged, where: { disposition: { from: 1 } } }", "when.where.disposition.from: expected 'from' for a date or a number, found 'from' for disposition, which holds one of Home, ")]
    [InlineData("when: { fact: hospital-discharged, where: { disposition: home } }", "when.where.disposition: expected one of Home, OtherHospital, CareFacility, Psychiatry, AgainstAdvice, Died, Other, found 'home'; did you mean 'Home'?")]
    [InlineData("when: { fact: eviction-claimed, where: { municipality: Gent } }", "when.where.municipality: expected a NIS code of 5 digits, found 'Gent'; correct it")]
    [InlineData("when: { fact: insurance-membership-changed, where: { increasedAllowance: 1 } }", "when.where.increasedAllowance: expected yes or no, found '1'; correct it")]
    [InlineData("when: { fact: household-changed, where: { members: 3 } }", "when.where.members: expected a field of household-changed, found 'members'; write one of source, occurredAt")]
    [InlineData("when: { fact: employment-ended }\nand: { fact: benefit-granted }", "and: expected a list of facts, each as - fact: ..., found a map; begin each element with '- '")]
    [InlineData("when: { fact: employment-ended }\nand: []", "and: expected at least one fact, found an empty list; add one, or remove 'and'")]
    [InlineData("when: { fact: employment-ended }\nand: [ { fact: employment-ended, running: yes } ]", "and[0].running: expected 'running' for a fact that begins something: benefit-granted, benefit-suspended, circumstance-reported, employment-started, hospital-admitted, insurance-membership-changed, support-file-opened, found employment-ended; remove it, or name one of those")]
    [InlineData("when: { fact: employment-ended }\nand: [ { fact: benefit-granted, running: no } ]", "and[0].running: expected yes, found 'no'; remove it, or name the fact that ends it")]
    [InlineData("when: { fact: employment-ended }\nunless: [ { fact: benefit-granted, same: [ right ] } ]", "unless[0].same[0]: expected a field of employment-ended, the fact of 'when', found 'right'; write one of source, occurredAt")]
    [InlineData("when: { fact: benefit-ended }\nunless: [ { fact: benefit-granted, same: [ rigth ] } ]", "unless[0].same[0]: expected a field of benefit-granted, found 'rigth'; did you mean 'right'?")]
    [InlineData("when: { fact: employment-ended }\nunless: [ { fact: benefit-granted, before: 14 } ]", "unless[0].before: expected a number and hours, days, weeks, months or years, such as '14 days', at most 150 years, found '14'; write it so")]
    [InlineData("when: { fact: employment-ended }\nexpires: 0 days", "expires: expected a period longer than nothing, found '0 days'; write a longer one, or remove 'expires'")]
    [InlineData("when: { fact: employment-ended }\nwho: {}", "who: expected one or more of age, livesAlone, minorChildren, municipality, knownTo, found none; add one, or remove 'who'")]
    [InlineData("when: { fact: employment-ended }\nwho: { age: 18 }", "who.age: expected from (full years), under, or both: { from: 18, under: 65 }, found '18'; write it as 'key: value' lines, indented below it, or between { and }")]
    [InlineData("when: { fact: employment-ended }\nwho: { age: { from: 65, under: 65 } }", "who.age.under: expected more than 'from' (65), found '65'; correct the one or the other")]
    [InlineData("when: { fact: employment-ended }\nwho: { municipality: [ Gent ] }", "who.municipality[0]: expected one or more NIS codes of 5 digits, such as 44021, found 'Gent'; correct it")]
    [InlineData("when: { fact: employment-ended }\nwho: { knownTo: { omcw: no } }", "who.knownTo.omcw: expected a known key, found 'omcw'; did you mean 'ocmw'?")]
    [InlineData("when: { fact: employment-ended }\nwho: { livesAlone: perhaps }", "who.livesAlone: expected yes or no, found 'perhaps'; write one of these")]
    [InlineData("when: { fact: employment-ended }\nmoment: Ontslag nu", "moment: expected kebab-case: lower-case letters, digits and hyphens, at most 60, found 'Ontslag nu'; write it so")]
    [InlineData("when: { fact: employment-ended }\n---\nid: b", "the file: expected one document in a file, found a second one; put what follows '---' in a file of its own")]
    public void Are_told_in_one_sentence(string text, string expected)
    {
        rules.With("een.yaml", $"id: een\ntitle: {{ nl: a, en: b }}\ntext: {{ nl: a, en: b }}\nrecipients: [ ocmw ]\n{text}\n");

        var mistake = rules.Read().Mistakes.ShouldHaveSingleItem();

        mistake[(mistake.IndexOf(' ', StringComparison.Ordinal) + 1)..].ShouldStartWith(expected);
        mistake.ShouldStartWith("rules/een.yaml(");
    }

    [Fact]
    public void Include_an_id_that_is_not_the_name_of_the_file()
    {
        rules.With("kopie.yaml", "id: ontslag\ntitle: { nl: a, en: b }\ntext: { nl: a, en: b }\nrecipients: [ ocmw ]\nwhen: { fact: employment-ended }\n");

        rules.Read().Mistakes.ShouldBe(["rules/kopie.yaml(1,5): id: expected 'kopie', the name of the file without .yaml, found 'ontslag'; make the two the same: the name of the file keeps ids unique"]);
    }

    [Fact]
    public void Include_a_folder_without_rules() => rules.Read().Mistakes.ShouldBe(["rules: holds no rule. Put one in it (ID.yaml); without the folder the rules that come with the hub count."]);
}
