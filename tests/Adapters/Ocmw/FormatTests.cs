using System.Text;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class FormatTests
{
    private const string Row = $"D1;{Exporting.Insz};3/02/2026;";
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task A_file_with_another_separator_is_read(char separator)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n{Row}\n".Replace(';', separator));

        (await export.OneAsync()).The<SupportFileOpened>().File.ShouldBe("D1");
    }

    [Fact]
    public async Task A_separator_that_is_set_is_the_only_one()
    {
        using var export = Exporting.With(("separator", "tab"));
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n{Row}\n");

        (await export.RejectionAsync()).Field.ShouldBe("file dossiers.csv");
    }

    [Fact]
    public async Task The_separator_line_that_Excel_writes_is_obeyed()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"sep=|\r\n{Exporting.DossierHeader}\r\n{Row}\r\n".Replace(';', '|'));

        var record = (await export.RecordsAsync()).ShouldHaveSingleItem();

        record.Line.ShouldBe(3);
        export.Normaliser.Normalise(record).The<SupportFileOpened>().File.ShouldBe("D1");
    }

    [Theory]
    [InlineData("auto", false, false)]
    [InlineData("auto", false, true)]
    [InlineData("auto", true, false)]
    [InlineData("utf-8", false, false)]
    [InlineData("utf-8", false, true)]
    [InlineData("windows-1252", true, false)]
    public async Task Accents_survive_in_both_encodings(string option, bool windows, bool mark)
    {
        using var export = Exporting.With(("encoding", option));
        export.Put("dossiers.csv", (mark ? "\uFEFF" : "") + $"dossiernummer;insz;geopend_op;naam\nD1;{Exporting.Insz};3/02/2026;Noë Şen".Replace("Ş", windows ? "€" : "Ş", StringComparison.Ordinal), windows ? Windows1252 : null);

        (await export.OneAsync()).Facts[0].Person!.FamilyName.ShouldBe(windows ? "Noë €en" : "Noë Şen");
    }

    [Fact]
    public async Task A_character_across_two_blocks_of_the_file_is_still_utf_8()
    {
        using var export = new Exporting();
        foreach (var shift in Enumerable.Range(0, 4))
        {
            export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op;naam\nD1;{Exporting.Insz};3/02/2026;{new string('x', shift)}" + string.Concat(Enumerable.Repeat("€", 200_000)) + "\n");
            var record = (await export.RecordsAsync()).ShouldHaveSingleItem();
            record.Properties["encoding"].ShouldBe("utf-8");
        }
    }

    [Theory]
    [InlineData("3/2/2026")]
    [InlineData("03/02/2026")]
    [InlineData("3-2-2026")]
    [InlineData("03.02.2026")]
    [InlineData("2026-02-03")]
    [InlineData("2026-02-03T00:00:00")]
    [InlineData("3/02/2026 0:00:00")]
    public async Task Belgian_and_iso_dates_are_one_day(string date)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};{date};\n");

        (await export.OneAsync()).The<SupportFileOpened>().OccurredAt.ShouldBe(Facts.Day(2026, 2, 3));
    }

    [Fact]
    public async Task Line_ends_quotes_and_separators_within_quotes_belong_to_the_text()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op;opmerking\r\nD1;{Exporting.Insz};3/02/2026;\"een; \"\"twee\"\"\r\ndrie\"\r\nD2;x;3/02/2026;\r\n");

        var records = await export.RecordsAsync();

        export.Normaliser.Normalise(records[0]).Facts[0].Person!.Remark.ShouldBe("een; \"twee\"\r\ndrie");
        records.Select(record => record.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public async Task A_quote_in_the_middle_of_a_text_is_an_ordinary_character()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"dossiernummer;insz;geopend_op;naam\nD1;{Exporting.Insz};3/02/2026;Van \"de\" Velde\n");

        (await export.OneAsync()).Facts[0].Person!.FamilyName.ShouldBe("Van \"de\" Velde");
    }

    [Fact]
    public async Task Headers_are_compared_without_capitals_accents_spaces_and_punctuation_and_other_columns_are_ignored()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"Gêopend op;kleur; DOSSIER-NUMMER ;\"Insz.\"\n3/02/2026;blauw;D1;{Exporting.Insz}\n");

        (await export.OneAsync()).The<SupportFileOpened>().File.ShouldBe("D1");
    }

    [Fact]
    public async Task Blank_rows_and_extra_empty_fields_are_no_error()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n\n{Row};;\n;;;\n  \n");

        (await export.OneAsync()).The<SupportFileOpened>().File.ShouldBe("D1");
    }
}
