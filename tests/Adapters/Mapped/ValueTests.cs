using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class ValueTests
{
    private const string Insz = MappedSource.Insz;

    [Fact]
    public async Task A_code_is_translated_capitals_aside_and_one_without_a_translation_rejects_the_row()
    {
        using var source = Granted("category: { from: soort, codes: { S: samenwonend, A: alleenstaand } }").With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};1/02/2026;s\n2;{Insz};1/02/2026;Gezin\n3;{Insz};1/02/2026;\n");

        var rows = await source.NormalisedAsync();

        ((BenefitGranted)rows[0].Facts[0].Fact).Category.ShouldBe("samenwonend");
        rows[1].Rejections.ShouldHaveSingleItem().ToString().ShouldBe(
            "column 'soort', line 3 of rijen.csv: expected one of the codes that the mapping translates, found another: text of 5 characters. Correct the code in the export, or add it to 'codes' in the mapping (or set 'otherwise').");
        ((BenefitGranted)rows[2].Facts[0].Fact).Category.ShouldBeNull();
    }

    [Theory]
    [InlineData("otherwise: omit", null)]
    [InlineData("otherwise: { value: ander }", "ander")]
    public async Task A_code_without_a_translation_can_be_left_out_or_have_a_fixed_one(string otherwise, string? expected)
    {
        using var source = Granted($"category: {{ from: soort, codes: {{ S: samenwonend }}, {otherwise} }}").With("rijen.csv", $"nr;insz;dag;soort\n1;{Insz};1/02/2026;x\n");

        ((BenefitGranted)(await source.OneAsync()).Facts[0].Fact).Category.ShouldBe(expected);
    }

    [Fact]
    public async Task An_empty_column_takes_the_default_or_is_rejected_when_it_is_required()
    {
        using var source = Granted("category: { from: soort, default: onbekend }\nuntil: { from: tot, required: true }").With("rijen.csv", $"nr;insz;dag;soort;tot\n1;{Insz};1/02/2026;;2/02/2026\n2;{Insz};1/02/2026;;\n");

        var rows = await source.NormalisedAsync();

        ((BenefitGranted)rows[0].Facts[0].Fact).Category.ShouldBe("onbekend");
        rows[1].Rejections.ShouldHaveSingleItem().ToString().ShouldBe("column 'tot', line 3 of rijen.csv: expected something, found nothing. Fill it in, or remove 'required' from the mapping.");
    }

    [Theory]
    [InlineData("[yyyyMMdd]", "20260203", true)]
    [InlineData("[MM/dd/yyyy, yyyyMMdd]", "02/03/2026", true)]
    [InlineData("yyyyMMdd", "3/02/2026", false)]
    [InlineData("yyyyMMdd", "26-02-03", false)]
    public async Task A_date_is_read_in_the_ways_that_the_mapping_names_and_no_other(string formats, string text, bool isRead)
    {
        using var source = Granted($"until: {{ from: tot, date: {formats} }}").With("rijen.csv", $"nr;insz;dag;tot\n1;{Insz};1/02/2026;{text}\n");

        var row = await source.OneAsync();

        row.IsRejected.ShouldBe(!isRead);
        if (isRead)
            ((BenefitGranted)row.Facts[0].Fact).Until.ShouldBe(new DateOnly(2026, 2, 3));
        else
            row.Rejections[0].Expected.ShouldStartWith("a date as yyyyMMdd, from 1900 to 2199, found ");
    }

    [Theory]
    [InlineData("2026-02-03", "2026-02-03T00:00:00+01:00")]
    [InlineData("2026-02-03T10:15:00", "2026-02-03T10:15:00+01:00")]
    [InlineData("2026-07-03T10:15:30.5", "2026-07-03T10:15:30.5+02:00")]
    [InlineData("2026-02-03T23:30:00Z", "2026-02-03T23:30:00+00:00")]
    [InlineData("2026-02-03T10:15:00-05:00", "2026-02-03T10:15:00-05:00")]
    [InlineData("3/02/2026 10:15", "2026-02-03T10:15:00+01:00")]
    [InlineData("2026-02-03+01:00", "2026-02-03T00:00:00+01:00")]
    public async Task A_fact_happens_on_a_day_or_at_an_instant(string text, string expected)
    {
        using var source = Granted("").With("rijen.csv", $"nr;insz;dag\n1;{Insz};{text}\n");

        (await source.OneAsync()).Facts[0].Fact.OccurredAt.ShouldBe(DateTimeOffset.Parse(expected, null));
    }

    [Fact]
    public async Task A_date_as_Excel_counts_them_is_recognised_in_the_reason()
    {
        using var source = Granted("").With("rijen.csv", $"nr;insz;dag\n1;{Insz};46056\n");

        (await source.OneAsync()).Rejections.ShouldHaveSingleItem().ToString().ShouldBe(
            "column 'dag', line 2 of rijen.csv: expected a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found a number of 5 digits. "
            + "This looks like a day as Excel counts them: format the column as a date before saving, or read the workbook itself (format: excel).");
    }

    [Fact]
    public async Task Several_columns_are_joined_and_empty_ones_left_out()
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: person-changed, occurredAt: dag }", "person: { street: [straat, nr2], locality: { from: [postcode, gemeente], join: ', ' } }"))
            .With("rijen.csv", $"nr;insz;dag;straat;nr2;postcode;gemeente\n1;{Insz};1/02/2026;Kaai;12;;Gent\n");

        var person = (await source.OneAsync()).Facts[0].Person!;

        (person.Street, person.Locality).ShouldBe(("Kaai 12", "Gent"));
    }

    [Fact]
    public async Task Text_that_should_be_a_code_is_refused_or_goes_to_the_remark_and_a_name_is_never_repeated()
    {
        using var source = new MappedSource(Yaml.Csv("- { contract: benefit-ended, occurredAt: dag, fields: { benefit: soort, right: nr, endedOn: dag, reason: reden } }"))
            .With("rijen.csv", $"nr;insz;dag;soort;reden\n1;{Insz};1/02/2026;leefloon;woont bij An Peeters\n2;{Insz};1/02/2026;An Peeters;x\n");

        var rows = await source.NormalisedAsync();

        ((BenefitEnded)rows[0].Facts[0].Fact).Reason.ShouldBeNull();
        rows[0].Facts[0].Person!.Remark.ShouldBe("woont bij An Peeters");
        rows[1].Rejections.ShouldHaveSingleItem().ToString().ShouldNotContain("Peeters");
    }

    private static MappedSource Granted(string fields) => new(Yaml.Csv($$"""
        - contract: benefit-granted
          occurredAt: dag
          fields:
            benefit: { value: leefloon }
            right: nr
            {{fields.ReplaceLineEndings("\n    ")}}
        """));
}
