using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests.Guessing;

/// <summary>The list of a personnel administration, as people name its columns: what brings a signal is found, or asked.</summary>
public sealed class AGuessOfPersonnel : IDisposable
{
    private readonly Guess guess = new();

    [Theory]
    [InlineData("Laatste werkdag")]
    [InlineData("Uit dienst")]
    [InlineData("Uitdiensttreding")]
    [InlineData("Einddatum")]
    [InlineData("Stopdatum")]
    [InlineData("Datum vertrek")]
    [InlineData("Contract tot")]
    [InlineData("Date de sortie")]
    public async Task Knows_the_end_of_a_job_by_the_names_people_give_it(string header)
    {
        var yaml = await guess.OfAsync("personeel.csv", $"Volgnr;INSZ;Indiensttreding;{header}\n1;85673003360;02/01/2020;15/11/2026\n2;01663001879;16/11/2020;\n");

        yaml.ShouldContain($"- contract: employment-ended\n        when: {{ {header}: filled }}");
    }

    [Fact]
    public async Task Knows_jobs_by_their_French_names_though_a_row_is_called_a_dossier()
    {
        var yaml = await guess.OfAsync("sorties.csv", "Dossier;NISS;Nom;Prénom;CP;Entrée en service;Sortie de service\nPER/1;85673003360;Maës;Noël;9000;02.01.2020;15.11.2026\nPER/2;01663001879;Maës;Joëlle;9070;16.11.2020;\n");

        yaml.ShouldContain("- contract: employment-ended\n        when: { Sortie de service: filled }");
        yaml.ShouldContain("\"9070\": \"?????\"");
        yaml.ShouldNotContain("contract: support-file");
    }

    [Theory]
    [InlineData("Datum X", "QUESTION: Does 'Datum X' say when the job ended?", "# - contract: employment-ended\n      #   when: { Datum X: filled }")]
    [InlineData("Vlag", "QUESTION: Which column says when the job ended?", "# - contract: employment-ended\n      #   when: { \"?????\": filled }")]
    public async Task Of_jobs_without_an_end_asks_for_it(string header, string question, string block)
    {
        var yaml = await guess.OfAsync("personeel.csv", $"Volgnr;INSZ;Indiensttreding;{header}\n1;85673003360;02/01/2020;{(header == "Vlag" ? "A" : "15/11/2026")}\n2;01663001879;16/11/2020;\n");

        yaml.ShouldContain(question);
        yaml.ShouldContain(block);
        using var source = Guess.Read(yaml.Replace("      # - contract: employment-ended", "      - contract: employment-ended").Replace("      #   ", "        ").Replace("      #     ", "          ").Replace("?????", "Indiensttreding"), guess.Folder);
    }

    [Theory]
    [InlineData("Postnr")]
    [InlineData("PC")]
    [InlineData("Zip")]
    [InlineData("Waar")]
    public async Task Asks_for_the_municipality_of_each_postal_code_and_cannot_be_tried_before(string header)
    {
        var rows = Enumerable.Range(0, 10).Select(i => $"{1001 + i};85673003360;15/11/2026;{(i % 2 == 0 ? 9000 : 9070)};Gent");

        var yaml = await guess.OfAsync("personeel.csv", $"Volgnr;INSZ;Uit dienst;{header};Woonplaats\n{string.Join('\n', rows)}\n");

        yaml.ShouldContain($"from: {header}\n            codes:\n              \"9000\": \"?????\"\n              \"9070\": \"?????\"");
        var line = yaml.Split('\n').ToList().FindIndex(text => text.Contains("\"9000\"", StringComparison.Ordinal)) + 1;
        var mistakes = Mistakes(yaml);
        mistakes.Count.ShouldBe(2);
        mistakes[0].ShouldStartWith($".source.yaml({line},");
        mistakes[0].ShouldEndWith("expected a NIS code, found '?????', which is still open; answer the question above it: write what it is, or remove this line");
        using var source = Guess.Read(yaml.Replace("\"9000\": \"?????\"", "\"9000\": \"44021\"").Replace("              \"9070\": \"?????\"\n", ""), guess.Folder);
        var read = await source.NormalisedAsync();
        ((PersonChanged)read[0].Facts[1].Fact).Municipality.ShouldBe(NisCode.Parse("44021"));
        ((PersonChanged)read[1].Facts[1].Fact).Municipality.ShouldBeNull();
    }

    [Fact]
    public async Task Names_the_folder_from_where_the_mapping_will_lie()
    {
        Directory.CreateDirectory(Path.Combine(guess.Folder, "exports"));
        var file = Path.Combine(guess.Folder, "exports", "personeel.csv");
        await File.WriteAllTextAsync(file, "Volgnr;INSZ;Uit dienst\n1;85673003360;15/11/2026\n", TestContext.Current.CancellationToken);

        var yaml = await new MappedAdapter().ProposeAsync(file, Path.Combine(guess.Folder, "sources", "mine.yaml"), TestContext.Current.CancellationToken);

        yaml.ShouldContain("default: \"../exports\"");
    }

    public void Dispose() => guess.Dispose();

    private IReadOnlyList<string> Mistakes(string yaml) =>
        Document.DocumentReader.Read(".source.yaml", yaml, name => name == "folder" ? guess.Folder : null).Mistakes;
}
