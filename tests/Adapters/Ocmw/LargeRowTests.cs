namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class LargeRowTests
{
    private static string Row(int number) => $"D{number};{Exporting.Insz};3/02/2026;\n";

    [Theory]
    [InlineData(5_000)]
    [InlineData(3_000_000)]
    public async Task A_row_over_the_limit_is_refused_with_its_size_and_the_next_goes_on(int size)
    {
        using var export = new Exporting(maxRecordBytes: 4_096);
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n{Row(1)}{new string('x', size)}\n{Row(2)}");

        var records = await export.RecordsAsync();

        records.Count.ShouldBe(3);
        records[1].Raw.Length.ShouldBe(4_096);
        var rejection = export.Normaliser.Normalise(records[1]).Rejections.ShouldHaveSingleItem();
        (rejection.Field, rejection.Expected).ShouldBe(("row on line 3 of dossiers.csv", $"a row within the largest record allowed, found one of {size} bytes"));
        (records[2].Id, records[2].Line).ShouldBe(("dossiers:D2", 4));
        export.Normaliser.Normalise(records[2]).IsRejected.ShouldBeFalse();
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20_000)]
    public async Task An_unclosed_quote_costs_its_own_line_only(int rowsAfter)
    {
        using var export = new Exporting(maxRecordBytes: 4_096);
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n{Row(1)}D2;\"{Exporting.Insz};3/02/2026;\n{string.Concat(Enumerable.Range(3, rowsAfter).Select(Row))}");

        var records = await export.RecordsAsync();

        records.Count.ShouldBe(rowsAfter + 2);
        records.Count(record => export.Normaliser.Normalise(record).IsRejected).ShouldBe(1);
        export.Normaliser.Normalise(records[1]).Rejections.ShouldHaveSingleItem().Field.ShouldBe("row on line 3 of dossiers.csv");
    }

    [Fact]
    public async Task An_unclosed_quote_before_a_quoted_field_is_noticed_there()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;\"{Exporting.Insz};3/02/2026;\nD2;\"{Exporting.Insz}\";3/02/2026;\n");

        (await export.NormalisedAsync()).Select(row => row.IsRejected).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Large_rows_make_small_pages()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", "dossiernummer;insz;geopend_op;opmerking\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"D{i};{Exporting.Insz};3/02/2026;{new string('x', 900_000)}\n")));

        var pages = await export.PullAsync();

        pages.Select(page => page.Records.Count).ShouldBe([5, 5, 2]);
    }
}
