using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>What crosses the bus in the clear never holds an INSZ.</summary>
public sealed class PrivacyTests
{
    private const string Insz = MappedSource.Insz;
    private const string Other = "01663001879";
    private const string Reported = "- { contract: circumstance-reported, occurredAt: dag, fields: { code: soort } }";

    [Theory]
    [InlineData("X85673003360")]
    [InlineData("85673003360-1")]
    [InlineData("856730-033.60-1")]
    [InlineData("zorg_01663001879")]
    public async Task A_code_with_an_INSZ_in_it_is_no_code(string code)
    {
        using var source = new MappedSource(Yaml.Csv(Reported)).With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};1/02/2026;{code}\n");

        var rejection = (await source.OneAsync()).Rejections.ShouldHaveSingleItem();

        rejection.Field.ShouldContain("'soort'");
        rejection.ToString().ShouldNotContain(code);
    }

    [Fact]
    public async Task Several_codes_of_which_one_holds_an_INSZ_lose_it_to_the_encrypted_remark()
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: support-file-opened, occurredAt: dag, fields: { file: nr, partner: { value: ocmw-gent }, themes: { from: soort, split: ',' } } }"))
            .With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};1/02/2026;wonen, X{Other}\n");

        var fact = (await source.OneAsync()).Facts.ShouldHaveSingleItem();

        ((SupportFileOpened)fact.Fact).Themes.ShouldBe(["wonen"]);
        fact.Person!.Remark.ShouldBe("X" + Other);
    }

    [Theory]
    [InlineData(Insz, "found the citizen's INSZ in it")]
    [InlineData("A-85673003360001", "found the citizen's INSZ in it")]
    [InlineData("85.67.30-033.60", "found the citizen's INSZ in it")]
    [InlineData(Other, "found an INSZ")]
    [InlineData("D-" + Other, "found an INSZ")]
    [InlineData("01.66.30-018.79", "found an INSZ")]
    public async Task A_reference_that_is_an_INSZ_is_refused_also_where_only_the_fact_names_its_citizen(string number, string found)
    {
        var facts = "- { contract: benefit-ended, citizen: insz, occurredAt: dag, fields: { benefit: { value: leefloon }, right: dossier, endedOn: dag } }";
        using var source = new MappedSource(Yaml.Csv(facts).Replace("    citizen: insz\n", "", StringComparison.Ordinal)).With("rijen.csv", $"nr;insz;dag;dossier\n1;{Insz};1/02/2026;{number}\n");

        var rejection = (await source.OneAsync()).Rejections.ShouldHaveSingleItem();

        rejection.Field.ShouldContain("'dossier'");
        rejection.Expected.ShouldBe($"the record's own number, {found}");
    }

    [Fact]
    public async Task The_records_own_number_is_no_reference_to_a_fact_about_another_citizen_when_it_holds_her_INSZ()
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: benefit-ended, citizen: partner, occurredAt: dag, fields: { benefit: { value: leefloon }, right: nr, endedOn: dag } }"))
            .With("rijen.csv", $"nr;insz;partner;dag\n{Other}001;{Insz};{Other};1/02/2026\n");

        (await source.OneAsync()).Rejections.ShouldHaveSingleItem().Expected.ShouldBe("the record's own number, found the citizen's INSZ in it");
    }

    [Fact]
    public async Task A_long_number_in_which_digits_happen_to_check_as_an_INSZ_is_a_reference_still()
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: benefit-ended, occurredAt: dag, fields: { benefit: { value: leefloon }, right: dossier, endedOn: dag } }"))
            .With("rijen.csv", $"nr;insz;dag;dossier\n1;{Insz};1/02/2026;20{Other}4\n");

        ((BenefitEnded)(await source.OneAsync()).Facts[0].Fact).Right.ShouldBe($"20{Other}4");
    }

    [Theory]
    [InlineData("Kerkstraat 12")]
    [InlineData("An Peeters 2")]
    public async Task An_address_or_a_name_with_a_number_is_no_number_of_a_record(string text)
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: benefit-ended, occurredAt: dag, fields: { benefit: { value: leefloon }, right: dossier, endedOn: dag } }"))
            .With("rijen.csv", $"nr;insz;dag;dossier\n1;{Insz};1/02/2026;{text}\n");

        (await source.OneAsync()).Rejections.ShouldHaveSingleItem().Expected.ShouldStartWith("a number of at most 64 letters, digits and - _ . / with at least one digit, found text");
    }
}
