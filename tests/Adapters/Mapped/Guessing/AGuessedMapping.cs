using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests.Guessing;

public sealed class AGuessedMapping : IDisposable
{
    private const string Jobs = """
        Contractnr;Rijksregisternr.;Achternaam;Voornaam;Datum in dienst;Datum uit dienst;KBO werkgever;Postnr;NIS gemeente;Statuut;Verantwoordelijke
        C-1;85.67.30-033.60;Janssens;Zoë;01/12/2025;15/11/2026;0999.999.922;9000;44021;A;An Peeters
        C-2;01663001879;Claeys;Noël;02/02/2026;;0999.999.922;9000;44021;A;An Peeters
        C-3;03690904566;Öztürk;Emre;01/06/2026;31/12/2026;;9070;44013;B;Jan Wouters
        C-4;half a row
        C-5;"never closed;Peeters
        C-6;52611410128;Vermeulen;Lief;17/06/2026;31/11/2026;;9000;44021;B;Jan Wouters
        """;

    private static readonly string[] Personal = ["85673003360", "85.67.30", "Janssens", "Zoë", "Öztürk", "An Peeters", "Jan Wouters", "Vermeulen"];
    private readonly Guess guess = new();

    [Fact]
    public async Task Of_a_file_nobody_prepared_can_be_read_at_once()
    {
        var yaml = await guess.OfAsync("tewerkstelling 2026-11-20.csv", Jobs.ReplaceLineEndings("\r\n"), CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

        using var source = Guess.Read(yaml, guess.Folder);
        var rows = await source.NormalisedAsync();
        rows.Select(row => row.IsRejected).ShouldBe([false, false, false, true, true, true]);
        rows[0].Facts.Select(fact => fact.Key).ShouldBe(["employment-started", "employment-ended", "person-changed"]);
        var ended = (EmploymentEnded)rows[0].Facts[1].Fact;
        (ended.Employment, ended.EndedOn, ended.Employer, ended.WorkerKind).ShouldBe(("C-1", new DateOnly(2026, 11, 15), KboNumber.Parse("0999999922"), null));
        ((PersonChanged)rows[0].Facts[2].Fact).Municipality.ShouldBe(NisCode.Parse("44021"));
        rows[0].Facts[0].Person!.FamilyName.ShouldBe("Janssens");
        rows[2].Facts[0].Person!.FamilyName.ShouldBe("Öztürk");
        rows[5].Rejections[0].Field.ShouldBe("column 'Datum uit dienst', line 7 of tewerkstelling 2026-11-20.csv");
    }

    [Fact]
    public async Task Says_what_was_seen_and_repeats_nothing_of_a_person()
    {
        var yaml = await guess.OfAsync("tewerkstelling 2026-11-20.csv", Jobs, CodePagesEncodingProvider.Instance.GetEncoding(1252)!);

        yaml.ShouldContain("4 rows, semicolons between the columns, windows-1252");
        yaml.ShouldContain("2 rows could not be taken apart");
        yaml.ShouldContain("Rijksregisternr.   INSZ (4 of 4 are valid)");
        yaml.ShouldContain("Datum in dienst    date written dd/MM/yyyy (day first: proven by days above 12)");
        yaml.ShouldContain("1 cannot be read");
        yaml.ShouldContain("NIS gemeente       NIS code");
        yaml.ShouldContain("KBO werkgever      KBO number");
        yaml.ShouldContain("files: \"tewerkstelling*.csv\"");
        yaml.ShouldContain("Statuut            codes; 2 different values: A, B");
        foreach (var value in Personal)
            yaml.ShouldNotContain(value);
    }

    [Fact]
    public async Task Of_a_file_without_numbers_of_its_own_asks_what_tells_rows_apart()
    {
        var yaml = await guess.OfAsync("personeel.csv", "Pers. nr;INSZ;Uit dienst\n1001;85673003360;15/11/2026\n1002;01663001879;16/11/2026\n");

        yaml.ShouldContain("QUESTION: No column is a number of the record's own.");
        yaml.ShouldContain("id: [INSZ, Uit dienst]");
        yaml.ShouldContain("idIsPersonal: true");
        using var source = Guess.Read(yaml, guess.Folder);
        (await source.RecordsAsync()).ShouldAllBe(record => record.IdIsPersonal);
        (await source.NormalisedAsync()).ShouldAllBe(row => row.Facts.Single().Fact is EmploymentEnded);
    }

    [Fact]
    public async Task Asks_on_the_line_of_the_answer_and_a_reading_names_exactly_what_is_open()
    {
        var yaml = await guess.OfAsync("lijst.csv", "nummer;begin;soort\nX1;03/04/2026;a\nX2;05/06/2026;b\n");

        yaml.ShouldContain("QUESTION: In 'begin' no day is above 12");
        yaml.ShouldContain("QUESTION: Which column holds the INSZ");
        yaml.ShouldContain("QUESTION: What does a row tell?");
        var lines = yaml.Split('\n').ToList();
        var mistakes = Mistakes(yaml);
        mistakes.Count.ShouldBe(2);
        mistakes[0].ShouldStartWith($".source.yaml({lines.IndexOf("    citizen:") + 1},");
        mistakes[1].ShouldStartWith($".source.yaml({lines.IndexOf("    facts:") + 1},");
    }

    [Fact]
    public async Task Never_says_not_used_of_the_column_that_is_the_id()
    {
        var yaml = await guess.OfAsync("contracten.csv", "Volgcode;INSZ;Datum in dienst;Kleur\nX1;85673003360;15/10/2026;rood\nX2;01663001879;16/10/2026;blauw\n");

        yaml.ShouldContain("id: [Volgcode]");
        yaml.Split('\n').Where(line => line.StartsWith("    #   Volgcode", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldEndWith("used as id of the record");
        yaml.Split('\n').Where(line => line.StartsWith("    #   Kleur", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldEndWith("not used");
    }

    [Fact]
    public async Task Of_dossiers_asks_for_the_partner_and_is_read_once_it_is_given()
    {
        var yaml = await guess.OfAsync("dossiers.csv", "dossiernummer,niss,geopend op,gesloten op,maatschappelijk werker\nD1,85673003360,2026-01-12,,Jan Claes\nD2,01663001879,2026-01-13,2026-09-30,Jan Claes\n");

        Mistakes(yaml).ShouldHaveSingleItem().ShouldContain("parameters.partner");
        yaml.ShouldContain("QUESTION: 'maatschappelijk werker' holds text that is no code");
        using var source = Guess.Read(yaml.Replace("# default: your-id", "default: ocmw-gent"), guess.Folder);
        var rows = await source.NormalisedAsync();
        rows.ShouldAllBe(row => !row.IsRejected);
        ((SupportFileClosed)rows[1].Facts[1].Fact).Partner.ShouldBe("ocmw-gent");
    }

    [Fact]
    public async Task Of_dates_with_the_month_first_says_how_they_are_written()
    {
        var yaml = await guess.OfAsync("jobs.csv", "contract id,ssin,start,end\nJ1,85673003360,11/25/2026,\nJ2,01663001879,02/03/2026,12/31/2026\n");

        yaml.ShouldContain("month first: proven by days above 12");
        using var source = Guess.Read(yaml, guess.Folder);
        var rows = await source.NormalisedAsync();
        ((EmploymentStarted)rows[1].Facts[0].Fact).StartedOn.ShouldBe(new DateOnly(2026, 2, 3));
    }

    [Fact]
    public async Task Of_days_that_a_spreadsheet_spoiled_says_so()
    {
        var yaml = await guess.OfAsync("contracten.csv", "Contract;Rijksregisternummer;Uit dienst\nC1;8,5673E+10;45987\nC2;1663001879;45990\nC3;3690904566;45991\n");

        yaml.ShouldContain("QUESTION: Only 0 of 3 values in 'Rijksregisternummer' are valid. Did a spreadsheet cut off zeros");
        yaml.ShouldContain("QUESTION: 'Uit dienst' is named as a date, but holds numbers. If they are days as Excel counts them");
        using var source = Guess.Read(yaml, guess.Folder);
        (await source.NormalisedAsync()).ShouldAllBe(row => row.Rejections.Count == 2);
    }

    [Fact]
    public async Task Lists_the_values_of_a_code_table_and_never_those_that_may_be_somebody()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"C{i};85673003360;{1 + (i % 28):00}/11/2026;{(i % 2 == 0 ? "einde contract" : "ontslag")};{(i % 3 == 0 ? "Peeters" : "Claes")};{(i % 2 == 0 ? "K12" : "K14")};{(i % 2 == 0 ? "IN" : "UIT")}");

        var yaml = await guess.OfAsync("lijst.csv", "Contractnr;INSZ;Uit dienst;Reden;Dossierbeheer;Client;Vlag\n" + string.Join('\n', rows.Append("C99;85673003360;01/11/2026;Jan Claes wou niet meer;Claes;K14;IN")));

        yaml.ShouldContain("3 different values: einde contract, ontslag, and 1 that are not repeated here");
        yaml.ShouldContain("2 different values: IN, UIT");
        foreach (var held in (string[])["Peeters", "Claes", "K12", "K14"])
            yaml.ShouldNotContain(held);
    }

    [Theory]
    [InlineData("Geboortedatum;Postcode", "12/03/1985;9000", "?????", "44021")]
    [InlineData("Geboortedatum;Afdeling", "12/03/1985;A", "# municipality: { value: \"?????\" }", "municipality: { value: \"44021\" }")]
    public async Task Tells_of_the_person_once_also_where_the_municipality_is_asked(string columns, string values, string open, string answer)
    {
        var yaml = await guess.OfAsync("contracten.csv", $"Contractnr;INSZ;Datum in dienst;{columns}\nC1;85673003360;15/10/2026;{values}\n");

        using var source = Guess.Read(yaml.Replace(open, answer), guess.Folder);
        var person = (PersonChanged)(await source.NormalisedAsync()).Single().Facts.Single(fact => fact.Fact is PersonChanged).Fact;
        (person.BornOn, person.Municipality).ShouldBe((new DateOnly(1985, 3, 12), NisCode.Parse("44021")));
    }

    [Theory]
    [InlineData("C1;85673003360;15/11/2026\nC2;01663001879;16/11/2026\n", "found one with data")]
    [InlineData("Export van 20 november\n\nnr;insz;einde;a;b;c\n1;85673003360;15/11/2026;;;\n", "Remove the lines above them")]
    [InlineData("", "found an empty file")]
    [InlineData("%PDF-1.4\n", "found a PDF")]
    public async Task Is_refused_with_what_to_do(string text, string expected)
    {
        var refusal = await Should.ThrowAsync<PermanentFailureException>(() => guess.OfAsync("x.csv", text));

        refusal.Message.ShouldStartWith("x.csv: ");
        refusal.Message.ShouldContain(expected);
        refusal.Message.ShouldNotContain("85673003360");
    }

    public void Dispose() => guess.Dispose();

    private IReadOnlyList<string> Mistakes(string yaml) =>
        Document.DocumentReader.Read(".source.yaml", yaml, name => name == "folder" ? guess.Folder : null).Mistakes;
}
