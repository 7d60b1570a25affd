using System.Text;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class RefusedFileTests
{
    private const string Good = $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\n";

    public static TheoryData<byte[], string> Impostors => new()
    {
        { [], "found an empty file" },
        { Encoding.UTF8.GetBytes("\uFEFF \r\n"), "found an empty file" },
        { [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "Excel workbook (.xlsx)" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1], "Excel workbook (.xls)" },
        { "%PDF-1.7\n"u8.ToArray(), "a PDF" },
        { "\n <!DOCTYPE html><html>"u8.ToArray(), "HTML or XML" },
        { "<?xml version=\"1.0\"?>\n<a/>"u8.ToArray(), "HTML or XML" },
        { "{\"dossiernummer\":1}\n"u8.ToArray(), "JSON" },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray(), "UTF-16" },
        { Encoding.Unicode.GetBytes(Good), "UTF-16" },
        { Encoding.UTF8.GetBytes(Good + new string('x', 400_000) + "\0"), "NUL bytes" },
        { Encoding.UTF8.GetBytes(Good.Replace('\n', '\r')), "CR only" },
        { Encoding.UTF8.GetBytes(new string('x', 70_000)), "a header line of at most 64 kB" },
        { Encoding.UTF8.GetBytes("dossiernummer;geopend_op\nD1;3/02/2026\n"), "the column 'insz' (source.yaml(22,14)), found a header of 2 columns without it" },
        { Encoding.UTF8.GetBytes($"D1;{Exporting.Insz};Maes\n"), "the columns 'dossiernummer' (source.yaml(21,9)), 'insz' (source.yaml(22,14)), 'geopend_op' (source.yaml(" },
        { Encoding.UTF8.GetBytes("dossiernummer;insz;INSZ;geopend_op\n1;2;3;4\n"), "found 'insz' twice" },
        { Encoding.UTF8.GetBytes(Exporting.DossierHeader + "\n\n;;\n"), "at least one row" },
        { [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Good), 0xE9], "text in UTF-8, found bytes that are not" },
    };

    [Theory]
    [MemberData(nameof(Impostors))]
    public async Task A_file_that_is_not_what_it_claims_to_be_is_quarantined_whole(byte[] content, string found)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", content);

        var page = (await export.PullAsync()).ShouldHaveSingleItem();

        page.Snapshot.ShouldBeNull();
        var record = page.Records.ShouldHaveSingleItem();
        (record.Id, record.Kind).ShouldBe(("file:dossiers.csv", "file"));
        record.Raw.Length.ShouldBeLessThanOrEqualTo(16 * 1024);
        var rejection = export.Normaliser.Normalise(record).Rejections.ShouldHaveSingleItem();
        rejection.Field.ShouldBe("file dossiers.csv");
        rejection.Expected.ShouldContain(found);
        rejection.ToString().ShouldNotContain(Exporting.Insz);
    }

    [Theory]
    [InlineData("utf-8", "Noë", true, "text in UTF-8, found bytes that are not")]
    [InlineData("windows-1252", "\uFEFFx", false, "text in Windows-1252, found the byte order mark of UTF-8")]
    public async Task A_file_in_another_encoding_than_the_one_set_is_quarantined_whole(string option, string text, bool windows, string expected)
    {
        using var export = Exporting.With(("encoding", option));
        export.Put("dossiers.csv", text + Good, windows ? CodePagesEncodingProvider.Instance.GetEncoding(1252) : null);

        (await export.RejectionAsync()).Expected.ShouldBe(expected);
    }

    [Fact]
    public async Task A_refused_file_is_not_read_again_until_it_changes_and_the_other_kinds_go_on()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", "<html>");
        export.Put("leefloon.csv", $"beslissingsnummer;insz;toegekend_vanaf\nB1;{Exporting.Insz};3/02/2026\n");

        var first = await export.PullAsync();
        var second = await export.PullAsync(first[^1].Checkpoint);
        export.Put("dossiers.csv", Good);
        var third = await export.PullAsync(first[^1].Checkpoint);

        first.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["file:dossiers.csv", "leefloon:B1"]);
        second.ShouldBeEmpty();
        third.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["file:dossiers.csv", "dossiers:D1"]);
        export.Normaliser.Normalise(third[0].Records[0]).IsRejected.ShouldBeFalse();
        (await export.PullAsync(third[^1].Checkpoint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_addition_without_a_row_is_simply_nothing_new()
    {
        using var export = Exporting.With(("exports", "additions"));
        export.Put("dossiers.csv", Exporting.DossierHeader + "\n");

        (await export.PullAsync()).ShouldHaveSingleItem().Records.ShouldBeEmpty();
    }
}
