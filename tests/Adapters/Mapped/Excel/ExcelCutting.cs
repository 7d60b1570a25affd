using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Excel;

namespace IntegrationHub.Adapters.Mapped.Tests.Excel;

public sealed class ExcelCutting
{
    private static readonly object?[][] Rows =
    [
        ["Dossiernr.", "INSZ", "Geopend op", "", "Actief"],
        ["D1", "85712301822", new DateOnly(2026, 11, 20), "not read", true],
        [],
        [12d, 85712301822d, 46346.5, null, false],
        ["D3", "#N/A", "20/11/2026"],
    ];

    private static ExcelCutter Of(string? sheet = null, int headerRow = 1, long max = Cutting.MaxRecordBytes, params string[] references) =>
        new(new RecordSection { Kind = "dossier", Format = RecordFormat.Excel, Id = ["nr"], Facts = [], Sheet = sheet, HeaderRow = headerRow, Optional = ["mag"] }, references, max);

    [Fact]
    public async Task Rows_become_objects_by_header_with_dates_as_dates_and_numbers_as_numbers()
    {
        var cut = await Of().CutAsync(Workbooks.Xlsx(("Blad1", Rows)));

        cut.Refusal.ShouldBeNull();
        cut.Texts.ShouldBe(
        [
            """{"Dossiernr.":"D1","INSZ":"85712301822","Geopend op":"2026-11-20","Actief":true}""",
            """{"Dossiernr.":12,"INSZ":85712301822,"Geopend op":46346.5,"Actief":false}""",
            """{"Dossiernr.":"D3","Geopend op":"20/11/2026"}""",
        ]);
        cut.Records.Select(record => record.Line).ShouldBe([2, 4, 5]);
    }

    [Fact]
    public async Task An_old_workbook_is_read_the_same()
    {
        var cut = await Of().CutAsync(Workbooks.Xls([["Naam", "Bedrag"], ["Noë", 12.5], ["Zoë", 3d]]));

        cut.Refusal.ShouldBeNull();
        cut.Texts.ShouldBe(["""{"Naam":"Noë","Bedrag":12.5}""", """{"Naam":"Zoë","Bedrag":3}"""]);
    }

    [Fact]
    public async Task A_sheet_is_found_by_its_name_and_the_headers_on_their_row()
    {
        var content = Workbooks.Xlsx(("Uitleg", [["Lees mij"]]), ("Dossiers", [["Export van 20/11"], [], ["Nr"], ["D1"]]));

        (await Of("dossiers", headerRow: 3).CutAsync(content)).Texts.ShouldBe(["""{"Nr":"D1"}"""]);
        (await Of("Dossier").CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldBe("a worksheet named Dossier, found 2 with other names");
        (await Of("Dossiers", headerRow: 2).CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldStartWith("headers on row 2");
        (await Of("Dossiers", headerRow: 9).CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldStartWith("headers on row 9");
    }

    [Fact]
    public async Task A_workbook_with_a_password_is_refused_and_says_so() =>
        (await Of().CutAsync(Workbooks.Xls([["Naam"], ["x"]], hasPassword: true))).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found one with a password");

    [Fact]
    public async Task What_is_no_workbook_is_refused_whole()
    {
        (await Of().CutAsync("")).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found an empty file");
        (await Of().CutAsync("a;b\n1;2")).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found something else");
        (await Of().CutAsync("<html>Log in</html>")).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found something else");
        var whole = Workbooks.Xlsx(("Blad1", Rows));
        (await Of().CutAsync(whole[..(whole.Length / 2)])).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found one that breaks off or is damaged");
    }

    [Fact]
    public async Task A_workbook_that_lacks_a_column_of_the_mapping_or_has_it_twice_is_refused()
    {
        var content = Workbooks.Xlsx(("Blad1", [["Datum", "x", "DATUM "], ["1", "2", "3"]]));

        (await Of(references: ["X", "mag"]).CutAsync(content)).Refusal.ShouldBeNull();
        (await Of(references: ["datum"]).CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldBe("each column once, found 'datum' twice");
        (await Of(references: ["x", "insz"]).CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldStartWith("the column 'insz', found a header of 3 columns without it");
    }

    [Fact]
    public async Task A_row_over_the_limit_is_given_with_its_size()
    {
        var cut = await Of(max: 100).CutAsync(Workbooks.Xlsx(("Blad1", [["Naam"], [new string('x', 5000)], ["y"]])));

        cut.Records.Select(record => record.RefusedSize).ShouldBe([5011, null]);
    }

    [Fact]
    public async Task A_small_file_that_unpacks_to_a_huge_one_is_refused()
    {
        // What the list of contents at the end of the zip says of its first file: two gigabytes.
        var content = Workbooks.Xlsx(("Blad1", Rows));
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(content.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24), int.MaxValue);

        (await Of().CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldEndWith("found a larger one");
    }

    [Fact]
    public async Task Resuming_after_any_row_gives_the_rest()
    {
        var content = Workbooks.Xlsx(("Blad1", Rows));
        var whole = await Of().CutAsync(content);
        for (var stop = 0; stop < whole.Records.Count; stop++)
            (await Of().CutAsync(content, from: whole.Records[stop].Next)).Records.ShouldBe(whole.Records.Skip(stop + 1));
    }

    [Fact]
    public void Any_damage_to_a_workbook_ends_in_records_or_a_refusal()
    {
        var content = Workbooks.Xlsx(("Blad1", Rows));
        var old = Workbooks.Xls([["Naam", "Bedrag"], ["x", 12.5]]);
        var damage = Gen.Elements(content, old).SelectMany(whole => Gen.Choose(0, whole.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(value => (whole, at, value))));

        Prop.ForAll(damage.ToArbitrary(), example =>
        {
            var damaged = example.whole.ToArray();
            damaged[example.at] = (byte)example.value;
            Of().Cut(damaged);
        }).Check(Cutting.Quick(200));
    }
}
