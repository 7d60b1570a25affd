using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary><c>hub adapters try</c> on a source of a configuration folder.</summary>
public sealed class TryTests : IDisposable
{
    private readonly HubFolder folder = new HubFolder("http://127.0.0.1:1/", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=").Save();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_configured_source_is_shown_row_by_row_and_nothing_is_written()
    {
        Export("A1;85673003360;1/12/2025;15/11/2026", "A2;85673003361;1/12/2025;15/11/2026");

        await using var hub = HubProcess.Start(folder.Path, "adapters", "try", HubFolder.Ocmw, "--config", folder.Path);
        await hub.EndsWithAsync(1, Token);

        hub.Output.ShouldContain("employment-ended of 85673003360");
        hub.Output.ShouldContain("endedOn     2026-11-15");
        hub.Output.ShouldContain("x column 'insz', line 3");
        hub.Output.ShouldContain("2 rows: 1 accepted, 1 rejected, 0 left out");
        hub.Output.ShouldContain("Nothing was written.");
        hub.Output.ShouldNotContain('\u001b');
        hub.Errors.ShouldBeEmpty();
        Directory.Exists(Path.Combine(folder.Path, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_file_to_read_it_fails_and_names_the_files_that_lie_there()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Exports, "uitstroom.xlsx"), "x", Token);

        await using var hub = HubProcess.Start(folder.Path, "adapters", "try", HubFolder.Ocmw, "--config", folder.Path);
        await hub.EndsWithAsync(1, Token);

        hub.Errors.ShouldContain("There are no rows. ");
        hub.Errors.ShouldContain("but it holds uitstroom.xlsx.");
    }

    [Fact]
    public async Task As_JSON_it_has_the_rows_and_the_summary()
    {
        Export("A1;85673003360;1/12/2025;15/11/2026", "A2;01663001879;1/12/2025;", "A3;03690904566;1/12/2025;");

        await using var hub = HubProcess.Start(folder.Path, "adapters", "try", HubFolder.Ocmw, "--config", folder.Path, "--limit", "2", "--json");
        await hub.EndsWithAsync(0, Token);

        var tried = JsonDocument.Parse(hub.Output).RootElement;
        tried.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("facts").GetArrayLength()).ShouldBe([2, 1]);
        var summary = tried.GetProperty("summary");
        (summary.GetProperty("rows").GetInt32(), summary.GetProperty("accepted").GetInt32(), summary.GetProperty("isAll").GetBoolean()).ShouldBe((2, 2, false));
    }

    [Fact]
    public async Task A_wrong_option_is_told_with_its_path()
    {
        await using var hub = HubProcess.Start(folder.Path, "adapters", "try", HubFolder.Ocmw, "--config", folder.Path, "--set", "foldr=x", "--set", "exports=all");
        await hub.EndsWithAsync(1, Token);

        hub.Errors.ShouldContain($"sources[0] ({HubFolder.Ocmw}).options: 'foldr' is not an option; did you mean 'folder'?");
        hub.Errors.ShouldContain($"sources[0] ({HubFolder.Ocmw}).options");
        hub.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_neither_a_file_nor_a_source_is_wrong_use()
    {
        await using var alone = HubProcess.Start(folder.Path, "adapters", "try", "nothing.yaml");
        await alone.EndsWithAsync(2, Token);
        alone.Errors.ShouldContain("Give a mapping file, or the id of a source together with --config DIR.");

        await using var configured = HubProcess.Start(folder.Path, "adapters", "try", "nothing", "--config", folder.Path);
        await configured.EndsWithAsync(1, Token);
        configured.Errors.ShouldContain($"no source with this id in hub.json. There are: {HubFolder.Ocmw}.");
    }

    public void Dispose() => folder.Dispose();

    private void Export(params string[] rows) =>
        File.WriteAllLines(Path.Combine(folder.Exports, "tewerkstelling-2026-11-20.csv"), ["contractnummer;insz;in_dienst;uit_dienst", .. rows]);
}
