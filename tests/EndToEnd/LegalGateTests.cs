using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests;

public sealed partial class LegalGateTests
{
    private const string Wishes = "wensen";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ground_that_is_taken_away_while_a_signal_waits_refuses_the_next_attempt_and_that_is_logged_audited_and_in_the_ledger()
    {
        const string reason = "No authorisation names employment-ended of source ocmw-test for ocmw-test.";
        var port = HubFolder.FreePort();
        using var folder = new HubFolder($"http://127.0.0.1:{port}/webhooks", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        var database = new HubDatabaseReader(folder);
        await JobEndedAsync(folder, 1);
        await HubAdmin.RunSourceAsync(folder, Token);
        await Until.TrueAsync("a try finds nobody there", () => hub.Errors.Contains("did not arrive (attempt 1)"), Token, () => hub.Errors);
        (await LedgerAsync(folder)).ShouldBe((1, 0, 0));

        folder.Write("authorisations.json", """{ "authorisations": [] }""");
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("- authorisation rule-0 removed");
        await using var tool = await CaseWorkersTool.StartAsync(port, Token);

        await Until.TrueAsync("it is refused", () => hub.Errors.Contains($"refused for ocmw-test: {reason}"), Token, () => hub.Errors);
        (await LedgerAsync(folder)).ShouldBe((0, 1, 0));
        tool.Received.ShouldBeEmpty();
        var audit = await database.RowsAsync(
            "SELECT kind, recipient, citizen = (SELECT citizen FROM moments), delivery_id = (SELECT id FROM deliveries), source, fields, detail FROM audit WHERE kind IN ('disclosed', 'refused')",
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture))),
            Token);
        audit.ShouldBe([$"refused|ocmw-test|1|1|ocmw-test||{reason}"], "nothing was disclosed while there was nobody to send it to");
    }

    [Fact]
    public async Task A_refusal_and_a_dispute_that_no_authorisation_names_withdraw_a_signal_and_let_it_come_again()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret);
        folder.Write("wensen.yaml", Mapping());
        Directory.CreateDirectory(Path.Combine(folder.Path, Wishes));
        folder.AddSource(new { id = Wishes, adapter = "mapped", schedule = "0 0 3 31 12 ?", firstLoad = "signal", options = new { mapping = "wensen.yaml", folder = Path.Combine(folder.Path, Wishes) } }).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await JobEndedAsync(folder, 1);
        await HubAdmin.RunSourceAsync(folder, Token);
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => hub.Errors);
        var signal = tool.Received.Single().SignalId;

        await WishAsync(folder, 1, $"1;{TestInsz.Number(1)};weigering;{Recently.Written(1)};;ontslag;;;");
        await Until.TrueAsync("it is withdrawn", () => tool.Received.Any(one => one.Type == "signal.withdrawn" && one.SignalId == signal), Token, () => hub.Errors);
        (await HubAsync(folder, "signals", "show", signal.ToString())).ShouldContain("silenced: the citizen refuses signals of this kind");

        await WishAsync(folder, 2, $"2;{TestInsz.Number(1)};betwisting;{Recently.Written(1)};;;employment-ended;;");
        await Until.TrueAsync(
            "it is disputed instead", async () => await new HubDatabaseReader(folder).NumberAsync("SELECT count(*) FROM moments WHERE outcome = 'disputed'", Token) == 1, Token, () => hub.Errors);

        await WishAsync(folder, 3, $"2;{TestInsz.Number(1)};betwisting;{Recently.Written(2)};{Recently.Written(1)};;employment-ended;;");
        await Until.TrueAsync("it comes again", () => tool.Received.Count(one => one.Type == "signal.issued") == 2, Token, () => hub.Errors);
        (await HubAsync(folder, "rules", "explain", "--source", HubFolder.Ocmw, "--record", await RecordAsync(folder))).ShouldContain("It is in signal");
    }

    private static async Task<string> RecordAsync(HubFolder folder) => (await new HubDatabaseReader(folder).RowsAsync("SELECT record_id FROM moments", row => row.GetString(0), Token)).Single();

    private static async Task<(long Pending, long Refused, long Delivered)> LedgerAsync(HubFolder folder)
    {
        await using var ledger = HubProcess.Start(folder.Path, "ledger", "--json", "--config", folder.Path);
        await ledger.EndsWithAsync(0, Token);
        var deliveries = System.Text.Json.JsonDocument.Parse(ledger.Output).RootElement.GetProperty("sources")[0].GetProperty("deliveries");
        return (deliveries.GetProperty("pending").GetInt64(), deliveries.GetProperty("refused").GetInt64(), deliveries.GetProperty("delivered").GetInt64());
    }

    private static async Task<string> HubAsync(HubFolder folder, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(0, Token);
        return hub.Output;
    }

    private static Task JobEndedAsync(HubFolder folder, int number) => File.WriteAllTextAsync(
        Path.Combine(folder.Exports, "tewerkstelling-1.csv"),
        $"contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst\nA60-1;{TestInsz.Number(number)};Naam;Voornaam;Straat 1;9000;Gent;44021;01/12/2025;{Recently.LastWeek}\n",
        Token);

    private static async Task WishAsync(HubFolder folder, int export, params string[] rows)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, Wishes, $"wensen-{export}.csv"), $"Nr;Rijksregisternr;Soort;Vanaf;Tot;Melding;Gegeven;Bron;Stuk\n{string.Concat(rows.Select(row => row + "\n"))}", Token);
        await HubAdmin.RunSourceAsync(folder, Token, Wishes);
    }

    /// <summary>The mapping that the page for operators gives.</summary>
    private static string Mapping() => Yaml().Match(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "operating", "README.md"))).Groups["text"].Value;

    [GeneratedRegex(@"### A citizen who objects.*?^```yaml\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Yaml();
}
