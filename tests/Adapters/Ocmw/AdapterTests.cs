using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class AdapterTests
{
    private static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "sample");

    [Fact]
    public void Every_wrong_option_is_reported_at_once_with_what_to_write()
    {
        using var export = new Exporting(new Dictionary<string, string?>
        {
            ["folder"] = null, ["partner"] = "Ocmw Gent", ["exports"] = "some", ["encoding"] = "latin1", ["separator"] = ":", ["pageSize"] = "0", ["settleSeconds"] = "-1",
        });

        var failures = Should.Throw<OptionsValidationException>(() => export.Services.GetRequiredService<IStartupValidator>().Validate()).Failures.ToList();

        failures.ShouldBe(
            [
                "source.yaml(5,3): parameters.folder: expected the option 'folder' in hub.json, found none; add \"folder\" to the options of the source: The folder in which the OCMW puts its exports, such as \"/srv/ocmw/exports\".",
                "source.yaml(6,3): parameters.partner: expected a code as the option 'partner' in hub.json, found 'Ocmw Gent'; correct it",
                "source.yaml(7,3): parameters.exports: expected one of complete, additions as the option 'exports' in hub.json, found 'some'; write one of complete, additions",
                "source.yaml(8,3): parameters.encoding: expected one of auto, utf-8, windows-1252 as the option 'encoding' in hub.json, found 'latin1'; write one of auto, utf-8, windows-1252",
                "source.yaml(9,3): parameters.separator: expected one of auto, ;, ,, tab, | as the option 'separator' in hub.json, found ':'; did you mean ';'?",
                "source.yaml(10,3): parameters.pageSize: expected a number from 1 to 10000 as the option 'pageSize' in hub.json, found '0'; correct the number",
                "source.yaml(11,3): parameters.settleSeconds: expected a number from 0 to 3600 as the option 'settleSeconds' in hub.json, found '-1'; correct the number",
            ], string.Join('\n', failures));
    }

    [Fact]
    public async Task The_check_names_the_files_that_would_be_read_and_counts_the_others()
    {
        using var export = new Exporting();
        export.Put("dossiers-1.csv", "x");
        var size = new FileInfo(export.Put("Dossiers-2.CSV", Exporting.DossierHeader + "\n")).Length;
        export.Put("nota.txt", "x");

        var result = await export.Check.CheckAsync(TestContext.Current.CancellationToken);

        result.IsReachable.ShouldBeTrue();
        result.Detail.ShouldBe($"{export.Folder}: a first run reads Dossiers-2.CSV (dossiers, {size} bytes); older exports left aside: 1; not named as the mapping says: nota.txt.");
    }

    [Fact]
    public async Task The_check_names_the_files_that_match_nothing()
    {
        using var export = new Exporting();
        export.Put("dossiers.xlsx", "x");
        export.Put("nota.txt", "x");

        var result = await export.Check.CheckAsync(TestContext.Current.CancellationToken);

        result.IsReachable.ShouldBeFalse();
        result.Detail.ShouldStartWith($"{export.Folder} holds no file named dossiers*.csv (csv), leefloon*.csv (csv)");
        result.Detail.ShouldEndWith("but it holds dossiers.xlsx, nota.txt. Correct 'files' and 'format' in the mapping, or export under such a name.");
    }

    [Fact]
    public async Task The_check_says_which_file_a_first_run_would_refuse_and_why()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", "dossiernummer;geopend_op\n");

        var result = await export.Check.CheckAsync(TestContext.Current.CancellationToken);

        result.IsReachable.ShouldBeFalse();
        result.Detail.ShouldStartWith($"{export.Folder} can be read, but dossiers.csv would be refused whole: expected the column");
    }

    [Theory]
    [InlineData("naam;datum\nJanssens;3/02/2026\n", "first line: naam;datum")]
    [InlineData("PK\u0003\u0004\u0000Janssens", "the file: is no text")]
    [InlineData("%PDF-1.7 Janssens", "the file: is no text")]
    [InlineData("", "first line: (nothing)")]
    public async Task Of_a_refused_file_only_its_first_line_is_shown(string content, string shown)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", content);

        var cells = export.Services.GetRequiredService<IRecordView>().Cells((await export.RecordsAsync()).Single());

        string.Join('\n', cells.Select(cell => $"{cell.Key}: {cell.Value}")).ShouldBe(shown);
    }

    [Fact]
    public async Task The_check_of_an_empty_or_missing_folder_says_what_to_do()
    {
        using var empty = new Exporting();
        using var missing = Exporting.With(("folder", "/no/such/folder"));

        var nothing = await empty.Check.CheckAsync(TestContext.Current.CancellationToken);
        var nowhere = await missing.Check.CheckAsync(TestContext.Current.CancellationToken);

        (nothing.IsReachable, nowhere.IsReachable).ShouldBe((false, false));
        nothing.Detail.ShouldContain("Put an export there, or correct 'files' in the mapping.");
        nowhere.Detail.ShouldBe("/no/such/folder cannot be read (DirectoryNotFoundException). Check the path of the folder, and that the hub's user may read the folder and its files.");
    }

    [Fact]
    public async Task The_sample_gives_what_its_readme_says()
    {
        using var export = new Exporting(folder: SampleFolder);

        var records = await export.RecordsAsync();
        var rows = records.Select(record => (record.Id, Row: export.Normaliser.Normalise(record))).ToList();

        rows.Where(row => row.Row.IsRejected).Select(row => row.Id).ShouldBe(["dossiers:D2026-0402", "leefloon:B2026-00597"]);
        rows.SelectMany(row => row.Row.Facts).Select(fact => fact.Citizen).Distinct().Count().ShouldBe(12);
        rows.SelectMany(row => row.Row.Facts).ShouldAllBe(fact => fact.Citizen.IsTest);
        rows.SelectMany(row => row.Row.Facts).Select(fact => fact.Fact).OfType<PersonChanged>().CountBy(person => person.Municipality!.Value.Value).OrderBy(count => count.Value).ShouldBe([new("44013", 1), new("44021", 11)]);
        records.Select(record => record.Properties["encoding"]).Distinct().Order().ShouldBe(["utf-8", "windows-1252"]);
        rows.SelectMany(row => row.Row.Facts).Count(fact => fact.Person?.GivenNames == "Hélène").ShouldBe(3);
    }

    [Fact]
    public async Task The_manifest_names_the_mapping_and_every_contract_that_is_produced()
    {
        using var export = new Exporting(folder: SampleFolder);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "adapter.json"), TestContext.Current.CancellationToken));

        var produced = (await export.NormalisedAsync()).SelectMany(row => row.Facts).Select(fact => FactContract.NameOf(fact.Fact.GetType())).Distinct().Order(StringComparer.Ordinal);

        manifest.RootElement.GetProperty("mapping").GetString().ShouldBe("source.yaml");
        manifest.RootElement.GetProperty("contracts").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ShouldBe(produced);
    }
}
