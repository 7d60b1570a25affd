using System.Security.Cryptography;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary><c>hub rules</c>, <c>hub rules test</c> and <c>hub rules explain</c> on what a hub has read.</summary>
public sealed class RulesTests(Production production) : IAsyncLifetime
{
    private const string Ontslag = """
        id: ontslag
        title: { nl: Iemand is zijn of haar werk kwijt, en: Somebody lost their job }
        text: { nl: Neem contact op., en: Get in touch. }
        when: { fact: employment-ended, only: last }
        unless:
          - { fact: employment-started, running: yes }
        recipients: [ ocmw, caw ]
        """;

    private CaseWorkersTool tool = null!;
    private HubFolder folder = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rules_that_count_are_shown()
    {
        Rule("rules", "ontslag", Ontslag + "\nwait: 14 days");

        var printed = await RunAsync(0, "rules", "--config", folder.Path);
        var rules = await JsonAsync(0, "rules", "--config", folder.Path, "--json");

        printed.ShouldMatch("ontslag .*ontslag .*normal .*14 days .*ocmw, caw .*60 days .*ontslag.yaml");
        rules.EnumerateArray().ShouldHaveSingleItem().GetProperty("waits").GetString().ShouldBe("14 days");
    }

    [Fact]
    public async Task A_test_tells_what_the_rules_would_have_found_and_changes_nothing()
    {
        Rule("rules", "ontslag", Ontslag);
        await ReadAsync();
        var before = SHA256.HashData(await File.ReadAllBytesAsync(folder.SqliteFile, Token));

        var printed = await RunAsync(0, "rules", "test", "--config", folder.Path);
        var report = await JsonAsync(0, "rules", "test", "--config", folder.Path, "--json");

        SHA256.HashData(await File.ReadAllBytesAsync(folder.SqliteFile, Token)).ShouldBe(before);
        printed.ShouldContain("1 rule of the active set on ");
        printed.ShouldMatch(@"ontslag +\d{4}-\d\d +\d");
        printed.ShouldContain("Nothing was written.");
        printed.ShouldNotContain('\u001b');
        var ontslag = report.GetProperty("moments").EnumerateArray().ShouldHaveSingleItem();
        (ontslag.GetProperty("total").GetInt32(), ontslag.GetProperty("withdrawn").GetInt32(), ontslag.GetProperty("months").EnumerateObject().Sum(month => month.Value.GetInt32())).ShouldBe((4, 0, 4));
        ontslag.TryGetProperty("added", out _).ShouldBeFalse();
        var partner = report.GetProperty("signals").EnumerateArray().ShouldHaveSingleItem();
        (partner.GetProperty("partner").GetString(), partner.GetProperty("total").GetInt32()).ShouldBe((HubFolder.Ocmw, 4));
    }

    [Fact]
    public async Task On_PostgreSQL_it_finds_the_same_beside_a_hub_that_runs_and_leaves_every_table_as_it_was()
    {
        Rule("rules", "ontslag", Ontslag);
        folder.On(await production.ForOneTestAsync(Token)).Save();
        await ReadAsync();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        var before = await CountsAsync();

        var report = await JsonAsync(0, "rules", "test", "--config", folder.Path, "--json");

        report.GetProperty("moments")[0].GetProperty("total").GetInt32().ShouldBe(4);
        (await CountsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Other_rules_are_compared_with_those_that_count()
    {
        Rule("rules", "ontslag", Ontslag);
        Rule("new", "ontslag", Ontslag + "\nwait: 10 years");
        Rule("new", "dossier", Ontslag.Replace("id: ontslag", "id: dossier", StringComparison.Ordinal).Replace("only: last", "where: { workerKind: { known: yes } }", StringComparison.Ordinal));
        await ReadAsync();

        var printed = await RunAsync(0, "rules", "test", "--config", folder.Path, "--rules", Path.Combine(folder.Path, "new"));
        var report = await JsonAsync(0, "rules", "test", "--config", folder.Path, "--rules", Path.Combine(folder.Path, "new"), "--json");

        printed.ShouldContain("Gone: found by the active ones and not by these.");
        report.GetProperty("moments").EnumerateArray()
            .Select(row => (row.GetProperty("rule").GetString(), row.GetProperty("total").GetInt32(), row.GetProperty("added").GetInt32(), row.GetProperty("gone").GetInt32()))
            .ShouldBe([("dossier", 4, 4, 0), ("ontslag", 0, 0, 4)]);
    }

    [Fact]
    public async Task Every_command_of_the_readme_about_rules_works()
    {
        Rule("rules", "ontslag", Ontslag);
        Rule("new", "ontslag", Ontslag);
        await ReadAsync();
        var citizen = (await JsonAsync(0, "rules", "test", "--config", folder.Path, "--json")).GetProperty("moments")[0].GetProperty("sample")[0].GetProperty("citizen").GetString()!;
        var commands = ReadmeCommands.Of(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), Token)).Where(command => command.StartsWith("hub rules", StringComparison.Ordinal)).Distinct().ToList();
        commands.Count.ShouldBeGreaterThanOrEqualTo(4);

        var printed = await ReadmeCommands.RunAsync(
            ["hub() { \"$HUB\" \"$@\"; }", .. commands.Select(command => command.Replace("REF", citizen, StringComparison.Ordinal).Replace("NEW", "new", StringComparison.Ordinal).Replace("DIR", ".", StringComparison.Ordinal))],
            folder.Path,
            new Dictionary<string, string> { ["HUB"] = HubProgram.File },
            Token);

        printed.ShouldContain("ontslag: fires");
    }

    [Fact]
    public async Task A_rule_is_explained_with_its_facts_and_times_and_nothing_that_says_who_she_is()
    {
        Rule("rules", "ontslag", Ontslag);
        Rule("rules", "uithuiszetting", Ontslag.Replace("id: ontslag", "id: uithuiszetting", StringComparison.Ordinal).Replace("fact: employment-ended, only: last", "fact: eviction-claimed", StringComparison.Ordinal));
        var export = await ReadAsync();
        var citizen = (await JsonAsync(0, "rules", "test", "--config", folder.Path, "--json")).GetProperty("moments")[0].GetProperty("sample")[0].GetProperty("citizen").GetString()!;

        var printed = await RunAsync(0, "rules", "explain", "--config", folder.Path, "--citizen", citizen);
        var explained = await JsonAsync(0, "rules", "explain", "--config", folder.Path, "--citizen", citizen, "--json");

        var record = explained.GetProperty("rules")[0].GetProperty("facts")[0].GetProperty("fact").GetProperty("fact").GetProperty("recordId").GetString()!;

        (await JsonAsync(0, "rules", "explain", "--config", folder.Path, "--source", HubFolder.Ocmw, "--record", record, "--json")).GetProperty("citizen").GetString().ShouldBe(citizen);
        printed.ShouldContain("ontslag: fires");
        printed.ShouldMatch($@"employment-ended from source {HubFolder.Ocmw}, happened \d{{4}}-\d\d-\d\d");
        printed.ShouldContain("uithuiszetting: does not fire. There is no eviction-claimed of her.");
        explained.GetProperty("rules").EnumerateArray().Select(rule => (rule.GetProperty("rule").GetString(), rule.GetProperty("fired").GetBoolean())).ShouldBe([("ontslag", true), ("uithuiszetting", false)]);
        foreach (var secret in export.LostJob.Append("Naam").Append("Straat"))
            (printed + explained.GetRawText()).ShouldNotContain(secret);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_what_is_wrong_use_too()
    {
        Rule("broken", "one", "id: one\nwhen: { fact: nothing }");
        Rule("broken", "two", "id: two\nrecipients: [ police ]");
        (await FailAsync(1, "rules", "test", "--config", folder.Path)).ShouldContain("there is no history to read");
        Directory.Exists(Path.Combine(folder.Path, "data")).ShouldBeFalse();
        await ReadAsync();

        var broken = await FailAsync(1, "rules", "test", "--config", folder.Path, "--rules", Path.Combine(folder.Path, "broken"));
        broken.ShouldContain("broken/one.yaml");
        broken.ShouldContain("broken/two.yaml");
        (await FailAsync(1, "rules", "test", "--config", folder.Path, "--rules", Path.Combine(folder.Path, "none"))).ShouldContain("there is no folder");
        (await FailAsync(1, "rules", "--config", Path.Combine(folder.Path, "none"))).ShouldContain("does not exist");
        (await FailAsync(1, "rules", "explain", "--config", folder.Path, "--citizen", "11111111-1111-4111-8111-111111111111")).ShouldContain("No citizen has the reference");
        (await FailAsync(2, "rules", "explain", "--config", folder.Path, "--citizen", "85673003360")).ShouldContain("never an INSZ");
        (await FailAsync(1, "rules", "explain", "--config", folder.Path, "--source", HubFolder.Ocmw, "--record", "none")).ShouldContain("No fact of such a record");
        (await FailAsync(2, "rules", "explain", "--config", folder.Path, "--source", HubFolder.Ocmw)).ShouldContain("Say who: --citizen REF, or --source ID with --record RECORD.");
        (await FailAsync(2, "rules", "test", "--config", folder.Path, "--since", "2026-02-30")).ShouldContain("--since: expected a day as yyyy-MM-dd");
        (await FailAsync(2, "rules", "test")).ShouldContain("Give the configuration folder with --config DIR");
    }

    public async ValueTask InitializeAsync()
    {
        tool = await CaseWorkersTool.StartAsync(Token);
        folder = new HubFolder(tool.Url, tool.Secret).Save();
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await tool.DisposeAsync();
    }

    private void Rule(string inFolder, string id, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, inFolder));
        folder.Write(Path.Combine(inFolder, id + ".yaml"), text);
    }

    private async Task<JobsExport> ReadAsync()
    {
        var export = JobsExport.Write(folder, 200);
        await using var hub = HubProcess.Once(folder);
        await hub.EndsWithAsync(0, Token);
        return export;
    }

    private async Task<string> RunAsync(int code, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, arguments);
        await hub.EndsWithAsync(code, Token);
        hub.Errors.ShouldBeEmpty();
        return hub.Output;
    }

    private async Task<JsonElement> JsonAsync(int code, params string[] arguments) => JsonDocument.Parse(await RunAsync(code, arguments)).RootElement;

    private static async Task<string> FailAsync(int code, params string[] arguments)
    {
        // Not in the configuration folder, where it would be found.
        await using var hub = HubProcess.Start(Path.GetTempPath(), arguments);
        await hub.EndsWithAsync(code, Token);
        hub.Output.ShouldBeEmpty();
        return hub.Errors;
    }

    /// <summary>But the audit, which the hub that runs seals.</summary>
    private async Task<IReadOnlyList<string>> CountsAsync()
    {
        var reader = new HubDatabaseReader(folder);
        var tables = await reader.RowsAsync("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'qrtz%' AND tablename NOT LIKE 'audit%' ORDER BY tablename", row => row.GetString(0), Token);
        var counts = new List<string>();
        foreach (var table in tables)
            counts.Add($"{table} {await reader.NumberAsync($"SELECT count(*) FROM {table}", Token)}");
        return counts;
    }
}
