using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class RecordTests
{
    private const string Insz = MappedSource.Insz;
    private const string Other = "01663001879";
    private const string Person = "- { contract: person-changed, occurredAt: dag }";

    [Theory]
    [InlineData("{ soort: [a, b] }", "1 2")]
    [InlineData("{ soort: A }", "1")]
    [InlineData("{ soort: { not: [a, b] } }", "3 4")]
    [InlineData("{ soort: filled }", "1 2 3")]
    [InlineData("{ soort: empty }", "4")]
    [InlineData("{ soort: { not: empty }, dag: 2026-02-02 }", "2")]
    [InlineData("[{ soort: a }, { soort: c }]", "1 3")]
    public async Task Rows_that_do_not_meet_where_are_read_over(string where, string expected)
    {
        using var source = new MappedSource(Yaml.Csv(Person, $"where: {where}"))
            .With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};2026-02-01;a\n2;{Insz};2026-02-02;b\n3;{Insz};2026-02-03;c\n4;{Insz};2026-02-04;\n");

        (await source.RecordsAsync()).Select(record => record.Id).ShouldBe(expected.Split(' ').Select(number => $"rijen:{number}"));
    }

    [Fact]
    public async Task A_row_becomes_several_facts_each_under_its_own_condition_and_about_its_own_citizen()
    {
        using var source = new MappedSource(Yaml.Csv("""
            - { contract: person-changed, occurredAt: dag }
            - { contract: person-changed, key: partner, citizen: insz2, when: { insz2: filled }, occurredAt: dag }
            """, "person: { familyName: naam }")).With("rijen.csv", $"nr;insz;dag;insz2;naam\n1;{Insz};2026-02-01;{Other};Maes\n2;{Insz};2026-02-01;;Maes\n");

        var rows = await source.NormalisedAsync();

        rows[0].Facts.Select(fact => (fact.Key, fact.Citizen.Digits, fact.Person?.FamilyName)).ShouldBe([("person-changed", Insz, "Maes"), ("partner", Other, null)]);
        rows[1].Facts.Select(fact => fact.Key).ShouldBe(["person-changed"]);
    }

    [Theory]
    [InlineData("17", 17L)]
    [InlineData("2026-02-01T10:00:00Z", 639055800000000000L)]
    public async Task A_version_is_a_number_or_an_instant(string text, long? expected)
    {
        using var source = new MappedSource(Yaml.Csv(Person, "version: v")).With("rijen.csv", $"nr;insz;dag;v\n1;{Insz};2026-02-01;{text}\n2;{Insz};2026-02-01;x\n");

        var records = await source.RecordsAsync();

        records[0].Version.ShouldBe(expected == 17 ? 17 : new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero).UtcTicks);
        source.Normaliser.Normalise(records[1]).Rejections.ShouldHaveSingleItem().Field.ShouldBe("column 'v', line 3 of rijen.csv");
    }

    [Fact]
    public async Task An_id_of_several_columns_leaves_out_what_is_empty_and_a_personal_one_may_be_anything()
    {
        using var source = new MappedSource(Yaml.Csv(Person).Replace("id: nr", "id: [insz, deel]\n    idIsPersonal: true", StringComparison.Ordinal))
            .With("rijen.csv", $"insz;dag;deel\n{Insz};2026-02-01;jan piet\n{Insz};2026-02-01;\n");

        var records = await source.RecordsAsync();

        records.Select(record => (record.Id, record.IdIsPersonal)).ShouldBe([($"rijen:{Insz}#jan piet", true), ($"rijen:{Insz}", true)]);
        records.Select(source.Normaliser.Normalise).ShouldAllBe(row => !row.IsRejected);
    }

    [Fact]
    public async Task A_column_that_is_not_optional_and_not_in_the_header_refuses_the_file_whole()
    {
        using var source = new MappedSource(Yaml.Csv(Person, "optional: naam\nperson: { familyName: naam, givenNames: voornaam }")).With("rijen.csv", $"nr;insz;dag\n1;{Insz};2026-02-01\n");

        (await source.OneAsync()).Rejections.ShouldHaveSingleItem().ToString().ShouldBe(
            "file rijen.csv: expected the column 'voornaam' (.source.yaml(13,45)), found a header of 3 columns without it. Correct the name in the mapping, or export what is missing.");
    }

    [Fact]
    public async Task A_record_is_normalised_from_itself_alone_so_it_can_be_tried_again_after_the_mapping_was_mended()
    {
        using var wrong = new MappedSource(Yaml.Csv("- { contract: circumstance-reported, occurredAt: dag, fields: { code: { from: soort, codes: { a: x } } } }")).With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};2026-02-01;b\n");
        using var mended = new MappedSource(Yaml.Csv("- { contract: circumstance-reported, occurredAt: dag, fields: { code: { from: soort, codes: { a: x, b: y } } } }"));

        var record = (await wrong.RecordsAsync()).ShouldHaveSingleItem();

        wrong.Normaliser.Normalise(record).IsRejected.ShouldBeTrue();
        ((CircumstanceReported)mended.Normaliser.Normalise(record with { Properties = new Dictionary<string, string>(record.Properties) }).Facts[0].Fact).Code.ShouldBe("y");
    }
}
