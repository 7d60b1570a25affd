using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class JsonRowTests
{
    private const string Insz = MappedSource.Insz;

    [Fact]
    public async Task Paths_lead_into_objects_and_lists_and_a_list_of_codes_is_taken_whole()
    {
        using var source = new MappedSource(Yaml.JsonLines("""
            - contract: support-file-opened
              occurredAt: start
              fields: { file: nr, partner: { value: caw-gent }, worker: "werkers[0].code", themes: { from: themas, codes: { w: wonen, e: energie }, split: "," } }
            """)).With("rijen.jsonl", $$"""{"nr":7,"persoon":{"insz":"{{Insz}}"},"start":"2026-02-01","werkers":[{"code":"mw-1"}],"themas":["w","e"]}""" + "\n");

        var opened = (SupportFileOpened)(await source.OneAsync()).Facts[0].Fact;

        (opened.File, opened.Worker, opened.OccurredAt).ShouldBe(("7", "mw-1", BelgianTime.StartOf(new DateOnly(2026, 2, 1))));
        opened.Themes.ShouldBe(["wonen", "energie"]);
    }

    [Fact]
    public async Task A_household_names_its_members_from_a_list()
    {
        using var source = new MappedSource(Yaml.JsonLines("""
            - contract: household-changed
              occurredAt: sinds
              fields: { members: { each: gezin, insz: rrn, position: positie, since: sinds } }
            """)).With("rijen.jsonl", $$"""{"nr":1,"persoon":{"insz":"{{Insz}}"},"sinds":"2026-02-01","gezin":[{"rrn":"{{Insz}}","positie":"01"},{"rrn":"01663001879","positie":"20","sinds":"2025-09-01"}]}""" + "\n");

        var fact = (await source.OneAsync()).Facts.ShouldHaveSingleItem();

        fact.Others.Select(other => other.Digits).ShouldBe([Insz, "01663001879"]);
        ((HouseholdChanged)fact.Fact).Members.Select(member => (member.Position, member.Since)).ShouldBe([("01", null), ("20", new DateOnly(2025, 9, 1))]);
    }

    [Fact]
    public async Task A_replaced_insz_and_attributes_of_a_circumstance_are_reached()
    {
        using var source = new MappedSource(Yaml.JsonLines("""
            - { contract: citizen-identity-replaced, when: { nieuw: filled }, occurredAt: sinds, fields: { replacedBy: nieuw } }
            - contract: circumstance-reported
              occurredAt: sinds
              fields: { code: { value: vrijlating }, attributes: { duur: dagen, tot: { from: tot, date: dd.MM.yyyy }, waar: { value: thuis } } }
            - { contract: insurance-membership-changed, occurredAt: sinds, fields: { mutuality: { value: "319" }, increasedAllowance: vt } }
            - { contract: hospital-discharged, occurredAt: sinds, fields: { stay: nr, encounterClass: { value: IMP }, disposition: { from: naar, codes: { "01": Home } } } }
            """)).With("rijen.jsonl", $$"""{"nr":"S1","persoon":{"insz":"{{Insz}}"},"nieuw":"01663001879","sinds":"2026-02-01","dagen":30,"tot":"03.03.2026","vt":true,"naar":"01"}""" + "\n");

        var facts = (await source.OneAsync()).Facts;

        facts[0].Others.ShouldHaveSingleItem().Digits.ShouldBe("01663001879");
        ((CircumstanceReported)facts[1].Fact).Attributes.ShouldBe(new Dictionary<string, string> { ["duur"] = "30", ["tot"] = "2026-03-03", ["waar"] = "thuis" });
        ((InsuranceMembershipChanged)facts[2].Fact).IncreasedAllowance.ShouldBe(true);
        ((HospitalDischarged)facts[3].Fact).Disposition.ShouldBe(DischargeDisposition.Home);
    }

    [Theory]
    [InlineData("""{"nr":1,"persoon":{"insz":1663001879},"dag":"2026-02-01"}""", "path 'persoon.insz', line 1 of rijen.jsonl: expected an INSZ of 11 digits with a valid month and check digits, found a number of 10 digits. Export it as text: as a number it loses the zeros that it begins with.")]
    [InlineData("""{"nr":1,"persoon":{"insz":"85673003360"},"dag":46056}""", "path 'dag', line 1 of rijen.jsonl: expected a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found a number of 5 digits. This looks like")]
    [InlineData("""{"nr":1,"persoon":{"insz":"85673003360"},"dag":{"a":1}}""", "path 'dag', line 1 of rijen.jsonl: expected a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found an object.")]
    [InlineData("""{"nr":1,"persoon":{"insz":"85673003360"}}""", "path 'dag', line 1 of rijen.jsonl: expected a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found nothing.")]
    [InlineData("""{"nr":1,"persoon":{"insz":"856""", "row on line 1 of rijen.jsonl: expected JSON, found ")]
    public async Task What_cannot_be_read_says_where_what_kind_and_what_to_do(string line, string expected)
    {
        using var source = new MappedSource(Yaml.JsonLines("- { contract: person-changed, occurredAt: dag }")).With("rijen.jsonl", line + "\n");

        (await source.OneAsync()).Rejections.ShouldHaveSingleItem().ToString().ShouldStartWith(expected);
    }
}
