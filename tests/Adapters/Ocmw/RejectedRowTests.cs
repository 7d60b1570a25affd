namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class RejectedRowTests
{
    [Theory]
    [InlineData("D1;85673003361;3/02/2026;", "column 'insz', line 2 of dossiers.csv", "an INSZ of 11 digits with a valid month and check digits, found 11 digits of which the last two, the check digits, are wrong")]
    [InlineData("D1;85733003360;3/02/2026;", "column 'insz', line 2 of dossiers.csv", "an INSZ of 11 digits with a valid month and check digits, found 11 digits with a month that does not exist")]
    [InlineData("D1;85.67.30-033.6;3/02/2026;", "column 'insz', line 2 of dossiers.csv", "an INSZ of 11 digits with a valid month and check digits, found 10 digits")]
    [InlineData("D1;8567300336O;3/02/2026;", "column 'insz', line 2 of dossiers.csv", "an INSZ of 11 digits with a valid month and check digits, found 10 digits with letters or other signs between them")]
    [InlineData("D1;;3/02/2026;", "column 'insz', line 2 of dossiers.csv", "an INSZ of 11 digits with a valid month and check digits, found nothing")]
    [InlineData("D1;85673003360;31/11/2026;", "column 'geopend_op', line 2 of dossiers.csv", "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found a date of a day that does not exist")]
    [InlineData("D1;85673003360;31/11/0026;", "column 'geopend_op', line 2 of dossiers.csv", "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found a day of another year")]
    [InlineData("D1;85673003360;3/02/26;", "column 'geopend_op', line 2 of dossiers.csv", "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found text of 7 characters")]
    [InlineData("D1;85673003360;;", "column 'geopend_op', line 2 of dossiers.csv", "a date as 31/12/2026, 31-12-2026 or 2026-12-31, from 1900 to 2199, found nothing")]
    [InlineData("D1;85673003360;3/02/2026;1/02/2026", "column 'gesloten_op', line 2 of dossiers.csv", "a date not before 'geopend_op', found an earlier one")]
    [InlineData("Janssens;85673003360;3/02/2026;", "column 'dossiernummer', line 2 of dossiers.csv", "a number of at most 64 letters, digits and - _ . / with at least one digit, found text of 8 characters")]
    [InlineData("856730-033.60/2;85673003360;3/02/2026;", "column 'dossiernummer', line 2 of dossiers.csv", "the record's own number, found the citizen's INSZ in it")]
    [InlineData("D1;85673003360;3/02/2026", "row on line 2 of dossiers.csv", "4 fields, one for each column of the header, found 3")]
    [InlineData("D1;85673003360;3/02/2026;;x", "row on line 2 of dossiers.csv", "4 fields, one for each column of the header, found more")]
    [InlineData("D1;\"85673003360;3/02/2026;", "row on line 2 of dossiers.csv", "a closing quote, found a field that opens one and does not close it")]
    [InlineData("D1;\"8567\"3003360;3/02/2026;", "row on line 2 of dossiers.csv", "a separator after a closing quote, found text")]
    public async Task A_row_that_cannot_be_read_says_where_what_and_what_to_do(string row, string field, string expected)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\n{row}\n");

        var rejection = await export.RejectionAsync();

        (rejection.Field, rejection.Expected).ShouldBe((field, expected));
        rejection.ToDo.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Of_a_last_line_that_breaks_off_it_is_said_that_the_file_may_be_cut_off()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02");

        (await export.RejectionAsync()).ToString().ShouldBe(
            "row on line 2 of dossiers.csv: expected 4 fields, one for each column of the header, found 3. This is the last line and it has no end: the file may be cut off. Export it again. Until then nothing is withdrawn.");
    }

    [Fact]
    public async Task Every_reason_is_told_at_once_and_none_repeats_a_value()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", "dossiernummer;insz;geopend_op;gesloten_op;maatschappelijk_werker;nis\nVerhaeghe;85673003361;gisteren;morgen;Jan Peeters;GENT9\n");

        var row = await export.OneAsync();

        row.Rejections.Select(rejection => rejection.Field).ShouldBe(
            ["column 'insz', line 2 of dossiers.csv", "column 'dossiernummer', line 2 of dossiers.csv", "column 'geopend_op', line 2 of dossiers.csv", "column 'gesloten_op', line 2 of dossiers.csv", "column 'maatschappelijk_werker', line 2 of dossiers.csv", "column 'nis', line 2 of dossiers.csv"]);
        foreach (var value in (string[])["Verhaeghe", "85673003361", "gisteren", "morgen", "Peeters", "GENT9"])
            row.Flat().ShouldNotContain(value);
    }

    [Fact]
    public async Task A_suspension_with_only_a_last_day_is_refused()
    {
        using var export = new Exporting();
        export.Put("leefloon.csv", $"beslissingsnummer;insz;toegekend_vanaf;geschorst_vanaf;geschorst_tot\nB1;{Exporting.Insz};1/02/2026;;1/05/2026\n");

        (await export.RejectionAsync()).Field.ShouldBe("column 'geschorst_vanaf', line 2 of leefloon.csv");
    }

    [Fact]
    public async Task A_wrong_employer_number_is_refused()
    {
        using var export = new Exporting();
        export.Put("tewerkstelling.csv", $"contractnummer;insz;in_dienst;werkgever\nC1;{Exporting.Insz};1/02/2026;0999999923\n");

        (await export.RejectionAsync()).Field.ShouldBe("column 'werkgever', line 2 of tewerkstelling.csv");
    }

    [Fact]
    public async Task The_rows_around_a_broken_one_go_on_and_it_keeps_its_bytes()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\nD2;x;3/02/2026;\nD3;{Exporting.Insz};3/02/2026;\n");

        var records = await export.RecordsAsync();

        records.Select(record => export.Normaliser.Normalise(record).IsRejected).ShouldBe([false, true, false]);
        System.Text.Encoding.UTF8.GetString(records[1].Raw.Span).ShouldBe("D2;x;3/02/2026;");
    }

    [Fact]
    public async Task An_id_in_which_an_insz_hides_is_personal_and_a_row_without_a_number_is_known_by_its_line()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD-{Exporting.Insz};01663001879;3/02/2026;\nVerhaeghe;01663001879;3/02/2026;\nD2026;01663001879;3/02/2026;\n");

        var records = await export.RecordsAsync();

        records.Select(record => record.IdIsPersonal).ShouldBe([true, false, false]);
        records.Skip(1).Select(record => record.Id).ShouldBe(["dossiers:dossiers.csv#3", "dossiers:D2026"]);
    }

    [Fact]
    public async Task An_insz_in_the_tenants_number_makes_the_id_personal_too()
    {
        using var export = new Exporting();
        export.Put("uithuiszettingen.csv", $"rolnummer;volgnummer;insz;datum_vordering\n26A1;{Exporting.Insz};01663001879;3/02/2026\n26A1;2;01663001879;3/02/2026\n");

        var records = await export.RecordsAsync();

        records.Select(record => record.IdIsPersonal).ShouldBe([true, false]);
    }
}
