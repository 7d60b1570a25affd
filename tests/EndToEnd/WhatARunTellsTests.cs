using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>What <c>hub config check</c>, <c>hub run --once</c> and <c>hub sources</c> say when a first source does not do what was meant.</summary>
public sealed class WhatARunTellsTests : IAsyncLifetime
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("hub-e2e-told-");
    private readonly DirectoryInfo folder;

    public WhatARunTellsTests() => folder = new DirectoryInfo(Path.Combine(home.FullName, "my-hub"));

    public async ValueTask InitializeAsync()
    {
        await using var example = HubProcess.Start(home.FullName, "example", "my-hub");
        await example.EndsWithAsync(0, Token);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Export => Path.Combine(folder.FullName, "exports", "contracten-2026-11-20.csv");

    [Fact]
    public async Task A_good_configuration_has_no_warnings_and_numbers_agree_with_their_nouns()
    {
        var check = await HubAsync(0, "config", "check");

        check.ShouldContain("The configuration is valid: 1 source, 1 destination, ");
        check.ShouldNotContain("Warning");
    }

    [Fact]
    public async Task A_contract_that_no_authorisation_names_is_told_before_and_after_a_run()
    {
        Change("authorisations.json", "\"person-changed\"", "\"bankruptcy-declared\"");
        const string warning = "sources[0] (contracten): it gives person-changed, which no authorisation of this source names: not stored.";

        (await HubAsync(0, "config", "check")).ShouldContain(warning);
        var run = await HubAsync(0, "run", "--once");

        run.ShouldContain(warning);
        run.ShouldContain("refused 5: No municipality and no ziekenfonds is known of this citizen");
    }

    [Fact]
    public async Task A_configuration_that_can_trigger_no_rule_is_told()
    {
        Change("authorisations.json", "\"employment-ended\"", "\"bankruptcy-declared\"");
        // Of a person alone the rules can tell who turns 18, who separated or died.
        Change("authorisations.json", "\"person-changed\"", "\"bankruptcy-declared\"");
        const string warning = "Warning: No signal can come of this configuration.";

        (await HubAsync(0, "config", "check")).ShouldContain(warning);
        (await HubAsync(0, "run", "--once")).ShouldContain(warning);
    }

    [Fact]
    public async Task A_folder_without_a_file_holds_nothing_to_read()
    {
        File.Delete(Export);

        (await HubAsync(1, "config", "check", "--connect")).ShouldContain("contracten: nothing to read. ");
        (await HubAsync(0, "run", "--once")).ShouldContain("contracten: " + Path.Combine(folder.FullName, "exports"));
        (await HubAsync(0, "sources")).ShouldContain("nothing to read");
    }

    [Fact]
    public async Task A_refused_file_is_told_with_its_reason_and_fails_the_run()
    {
        await File.WriteAllTextAsync(Export, "", Token);

        var run = await HubAsync(1, "run", "--once");

        run.ShouldContain("refused");
        run.ShouldContain("contracten: file contracten-2026-11-20.csv: expected");
        run.ShouldContain("1 record rests in quarantine");
        (await HubAsync(0, "sources")).ShouldContain("contracten: file contracten-2026-11-20.csv: expected");
    }

    [Fact]
    public async Task JSON_is_alone_on_standard_output_and_no_line_is_logged_for_each_moment()
    {
        await using var hub = HubProcess.Start(folder.FullName, "run", "--once", "--json", "--config", folder.FullName);
        await hub.EndsWithAsync(0, Token);

        JsonDocument.Parse(hub.Output).RootElement.GetProperty("added").GetProperty("refusals")[0].GetProperty("reason").GetString()!
            .ShouldStartWith("No municipality and no ziekenfonds is known of this citizen");
        hub.Errors.ShouldContain("Melding: ontslag");
        hub.Errors.ShouldNotContain("Moment ontslag of");
        hub.Errors.ShouldNotContain("delivered to");
    }

    [Fact]
    public async Task A_cut_export_withdraws_nothing_until_a_person_confirms_it()
    {
        var rows = await File.ReadAllLinesAsync(Export, Token);
        var many = Enumerable.Range(0, 3).SelectMany(copy => rows[1..].Select(row => Renamed(row, copy))).ToArray();
        await File.WriteAllLinesAsync(Export, [rows[0], .. many], Token);
        (await HubAsync(0, "run", "--once")).ShouldContain("withdrawn 0");
        await File.WriteAllLinesAsync(Export.Replace("11-20", "11-21", StringComparison.Ordinal), [rows[0], .. many.Where(row => row.Split(';') is { Length: > 7 } cells && cells[7].Length == 0)], Token);
        const string confirm = "nothing is withdrawn. Export it again when that is wrong; when it is right: hub sources run contracten --accept-loss --config DIR.";

        var cut = await HubAsync(0, "run", "--once");
        cut.ShouldContain(confirm);
        cut.ShouldContain("facts 0, moments 0 (withdrawn 0)");
        (await HubAsync(0, "sources")).ShouldContain(confirm);
        (await HubAsync(0, "run", "--once")).ShouldContain(confirm);

        (await HubAsync(0, "sources", "run", "contracten", "--accept-loss")).ShouldContain("what they told is withdrawn");
        (await HubAsync(1, "sources", "run", "contracten", "--accept-loss")).ShouldBeEmpty();
        var confirmed = await HubAsync(0, "run", "--once");
        confirmed.ShouldNotContain(confirm);
        confirmed.ShouldNotContain("(withdrawn 0)");
    }

    public ValueTask DisposeAsync()
    {
        home.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string Renamed(string row, int copy) => $"{copy}-{row}";

    private void Change(string file, string old, string now)
    {
        var path = Path.Combine(folder.FullName, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, now));
    }

    private async Task<string> HubAsync(int ends, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.FullName, [.. arguments, "--config", folder.FullName]);
        await hub.EndsWithAsync(ends, Token);
        return hub.Output;
    }
}
