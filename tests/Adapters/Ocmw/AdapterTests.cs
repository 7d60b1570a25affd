using System.Text.Json;
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
            ["folder"] = "", ["partner"] = "Ocmw Gent", ["exports"] = "some", ["encoding"] = "latin1", ["separator"] = ":", ["pageSize"] = "0", ["settleSeconds"] = "-1",
            ["files:huur"] = "huur*.csv", ["files:leefloon"] = "in/leefloon.csv", ["columns:rrn"] = "insz", ["columns:leefloon.rolnummer"] = "x", ["columns:insz"] = "--",
        });

        var failures = Should.Throw<OptionsValidationException>(() => export.Services.GetRequiredService<IStartupValidator>().Validate()).Failures.ToList();

        failures.Count.ShouldBe(12);
        foreach (var option in (string[])["folder:", "partner:", "exports:", "encoding:", "separator:", "pageSize:", "settleSeconds:", "files: \"huur\"", "files: \"leefloon\"", "columns: \"rrn\"", "columns: \"leefloon.rolnummer\"", "columns: \"insz\""])
            failures.ShouldContain(failure => failure.Contains(option, StringComparison.Ordinal), option);
    }

    [Fact]
    public async Task The_check_names_the_files_that_would_be_read_and_counts_the_others()
    {
        using var export = new Exporting();
        export.Put("dossiers-1.csv", "x");
        export.Put("Dossiers-2.CSV", "xyz");
        export.Put("nota.txt", "x");

        var result = await export.Check.CheckAsync(TestContext.Current.CancellationToken);

        result.IsReachable.ShouldBeTrue();
        result.Detail.ShouldBe($"{export.Folder}: a first run reads Dossiers-2.CSV (dossiers, 3 bytes); older exports left aside: 1; files of no kind: 1.");
    }

    [Fact]
    public async Task The_check_of_an_empty_or_missing_folder_says_what_to_do()
    {
        using var empty = new Exporting();
        using var missing = Exporting.With(("folder", "/no/such/folder"));

        var nothing = await empty.Check.CheckAsync(TestContext.Current.CancellationToken);
        var nowhere = await missing.Check.CheckAsync(TestContext.Current.CancellationToken);

        (nothing.IsReachable, nowhere.IsReachable).ShouldBe((false, false));
        nothing.Detail.ShouldContain("Put an export there, or name its files in the option files.");
        nowhere.Detail.ShouldBe("/no/such/folder cannot be read (DirectoryNotFoundException). Check the option folder, and that the hub's user may read the folder and its files.");
    }

    [Fact]
    public async Task Files_may_be_named_otherwise()
    {
        using var export = Exporting.With(("files:dossiers", "export_clienten_*.txt"));
        export.Put("export_clienten_1.txt", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\n");

        (await export.RecordsAsync()).ShouldHaveSingleItem().Kind.ShouldBe("dossiers");
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
    public async Task The_manifest_names_the_entry_type_and_every_contract_that_is_produced()
    {
        using var export = new Exporting(folder: SampleFolder);
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "adapter.json"), TestContext.Current.CancellationToken));

        var produced = (await export.NormalisedAsync()).SelectMany(row => row.Facts).Select(fact => FactContract.NameOf(fact.Fact.GetType())).Distinct().Order(StringComparer.Ordinal);

        manifest.RootElement.GetProperty("entryType").GetString().ShouldBe(typeof(OcmwAdapter).FullName);
        manifest.RootElement.GetProperty("contracts").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ShouldBe(produced);
    }
}
