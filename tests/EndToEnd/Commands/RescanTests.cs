using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>What is added to, changed in and taken from the configuration of a hub while it runs.</summary>
public sealed class RescanTests(Production production)
{
    private const string More = "ocmw-more";
    private const string Never = "0 0 3 31 12 ?";
    private static readonly string[] Jobs = ["employment-started", "employment-ended", "person-changed"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plugin_and_a_source_that_were_put_there_work_without_a_restart()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).WithPlugins("own").Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        var database = new HubDatabaseReader(folder);

        folder.CopyPlugin("Hospital", "own/ours", "our-hospital");
        var port = HubFolder.FreePort();
        folder.AddSource(new { id = Hospital.Id, adapter = "our-hospital", options = new { mllp = new { port } } })
            .Authorise(Hospital.Id, HubFolder.Ocmw, ["hospital-admitted", "hospital-discharged"], "insz", "name").Save();
        var rescanned = (await Rescanned.RunAsync(folder, Token)).Fine();

        rescanned.Output.ShouldContain("+ plugin our-hospital added");
        rescanned.Output.ShouldContain("+ source az-test added: it listens");
        rescanned.Output.ShouldContain("+ authorisation rule-1 added");
        await Hospital.DischargeAsync(port, 1, TestInsz.Number(1), "Naam", "Voornaam", "Straat 1", Token);
        (await database.NumberAsync("SELECT sum(facts) FROM batches WHERE source = 'az-test'", Token)).ShouldBeGreaterThan(0);
        hub.Errors.ShouldContain("source az-test added");

        folder.RemoveLastSource().Save();
        var refused = await Rescanned.RunAsync(folder, Token);
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("authorisations[1].source: 'az-test' is no source in hub.json.");
        await Hospital.DischargeAsync(port, 2, TestInsz.Number(2), "Naam", "Voornaam", "Straat 1", Token);
    }

    [Fact]
    public async Task A_source_and_a_destination_that_were_added_bring_signals_to_another_tool()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        await using var other = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);

        folder.Write("other.secret", other.Secret);
        folder.AddSource(Ocmw(folder, "more"))
            .AddDestination(new { id = "other", adapter = "webhook", options = new { url = other.Url, secrets = new[] { "file:other.secret" }, allowInternal = new[] { "127.0.0.1" } } })
            .AddPartner(new { id = "caw-test", role = "caw", municipalities = new[] { "44021" }, destination = "other" })
            .Authorise(More, "caw-test", Jobs, "insz", "municipality").Save();
        var host = (await Rescanned.RunAsync(folder, Token, "--json")).Fine().Json().GetProperty("hosts").GetProperty("one");
        host.GetProperty("applied").EnumerateArray().Select(change => $"{change.GetProperty("what")} {change.GetProperty("id")} {change.GetProperty("change")}")
            .ShouldBe(["source ocmw-more added", "destination other added", "partner caw-test added", "authorisation rule-1 added"]);

        await WriteJobThatEndedAsync(folder, "more", 1);
        await HubAdmin.RunSourceAsync(folder, Token, More);
        await Until.TrueAsync("the signal arrives", () => other.Count == 1, Token, () => hub.Errors);
        other.Received.Single().Insz.ShouldBe(TestInsz.Number(1));
        tool.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_source_whose_options_changed_goes_on_with_the_new_ones_and_one_that_was_removed_stops()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).AddSource(Ocmw(folder: null, "more")).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await WriteJobThatEndedAsync(folder, "elsewhere", 1);

        folder.ChangeOcmw("folder", "elsewhere").RemoveLastSource().Save();
        var rescanned = (await Rescanned.RunAsync(folder, Token)).Fine();

        rescanned.Output.ShouldContain("~ source ocmw-test changed: options.folder; it is read on its schedule");
        rescanned.Output.ShouldContain("- source ocmw-more removed");
        await HubAdmin.RunSourceAsync(folder, Token);
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => hub.Errors);
        using var client = folder.ClientFor();
        (await client.PostAsync(new Uri($"{folder.Url}/admin/sources/{More}/run"), null, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsync(new Uri($"{folder.Url}/intake/{More}"), new StringContent("x"), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("one: nothing changed.");
    }

    [Fact]
    public async Task A_hub_without_sources_starts_and_takes_its_first_without_a_restart()
    {
        using var folder = new HubFolder("http://127.0.0.1:9/", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Save();
        var names = new[] { "hub.json", "authorisations.json" };
        var whole = names.ToDictionary(name => name, name => File.ReadAllText(Path.Combine(folder.Path, name)));
        foreach (var (name, list) in names.Zip(["sources", "authorisations"]))
        {
            var json = JsonNode.Parse(whole[name])!.AsObject();
            json[list] = new JsonArray();
            folder.Write(name, json.ToJsonString());
        }

        await using (var once = HubProcess.Start(folder.Path, "run", "--config", folder.Path, "--once"))
        {
            await once.EndsWithAsync(1, Token);
            once.Errors.ShouldContain("sources in hub.json is empty: there is nothing to read.");
        }

        await using var hub = await HubProcess.RunAsync(folder, Token);
        await Until.TrueAsync("it says what to do", () => hub.Errors.Contains("There are no sources yet. Add one to hub.json and say hub adapters rescan."), Token, () => hub.Errors);
        foreach (var (name, text) in whole)
            folder.Write(name, text);
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("+ source ocmw-test added: it is read on its schedule");
    }

    [Fact]
    public async Task One_error_anywhere_applies_nothing_and_every_error_is_told()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).WithPlugins("own").Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);

        folder.CopyPlugin("Hospital", "own/ours", "our-hospital");
        folder.AddSource(Ocmw(folder, "more"))
            .AddSource(new { id = "slip", adapter = "ocmw", schedule = "every night", options = new { folder = "x", partner = "y", setleSeconds = 3 } })
            .AddSource(new { id = "unknown", adapter = "ocwm", schedule = Never }).Save();
        var rescanned = await Rescanned.RunAsync(folder, Token);

        rescanned.ExitCode.ShouldBe(1);
        rescanned.Output.ShouldContain("one: nothing is applied, the configuration has 3 errors.");
        foreach (var error in new[] { "sources[2].schedule: ", "'setleSeconds' is not an option", "sources[3].adapter: no plugin has the id 'ocwm'" })
            rescanned.Errors.ShouldContain(error);
        using var client = folder.ClientFor();
        (await client.PostAsync(new Uri($"{folder.Url}/admin/sources/{More}/run"), null, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.PostAsync(new Uri($"{folder.Url}/intake/{More}"), new StringContent("x"), Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        folder.RemoveLastSource().RemoveLastSource().Save();
        var mended = (await Rescanned.RunAsync(folder, Token)).Fine();
        mended.Output.ShouldContain("+ plugin our-hospital added");
        mended.Output.ShouldContain("+ source ocmw-more added");
    }

    [Fact]
    public async Task A_broken_plugin_is_shown_and_the_hub_runs_on_until_it_is_mended()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).WithPlugins("own").Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        var plugin = folder.CopyPlugin("Hospital", "own/ours", "our-hospital", json => json["entryType"] = "Nobody.Knows.It");
        folder.AddSource(new { id = Hospital.Id, adapter = "our-hospital" }).Save();

        var broken = await Rescanned.RunAsync(folder, Token);

        broken.ExitCode.ShouldBe(1);
        broken.Output.ShouldContain("+ source az-test added: it does not work, its plugin is broken");
        broken.Errors.ShouldContain("source az-test does not work.");
        broken.Errors.ShouldContain("Nobody.Knows.It");
        using var client = folder.ClientFor(Hospital.Id);
        (await client.PostAsync(new Uri($"{folder.Url}/intake/az-test"), new StringContent("x"), Token)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        await WriteJobThatEndedAsync(folder, "exports", 1);
        await HubAdmin.RunSourceAsync(folder, Token);
        await Until.TrueAsync("the others go on", () => tool.Count == 1, Token, () => hub.Errors);

        Directory.Delete(plugin, recursive: true);
        folder.CopyPlugin("Hospital", "own/ours", "our-hospital");
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("~ source az-test mended: its plugin loads now");
        (await client.PostAsync(new Uri($"{folder.Url}/intake/az-test"), new StringContent("x", Encoding.UTF8, "text/html"), Token)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_mapping_that_was_mended_is_read_anew_and_one_with_a_mistake_changes_nothing()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).WithPlugins("own");
        var mapping = Path.Combine(folder.CopyPlugin("Ocmw", "own/ours", "our-ocmw"), "source.yaml");
        var right = await File.ReadAllTextAsync(mapping, Token);
        await File.WriteAllTextAsync(mapping, right.Replace("tewerkstelling", "never-there", StringComparison.Ordinal), Token);
        folder.AddSource(new { id = More, adapter = "our-ocmw", schedule = Never, options = new { folder = Path.Combine(folder.Path, "more"), partner = HubFolder.Ocmw, settleSeconds = 0 } })
            .Authorise(More, HubFolder.Ocmw, Jobs, "insz", "municipality").Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await WriteJobThatEndedAsync(folder, "more", 1);

        await File.WriteAllTextAsync(mapping, right.Replace("contract: employment-ended", "contract: employment-endde", StringComparison.Ordinal), Token);
        var refused = await Rescanned.RunAsync(folder, Token);
        refused.ExitCode.ShouldBe(1);
        refused.Errors.ShouldContain("employment-ended");
        await File.WriteAllTextAsync(mapping, right, Token);
        var rescanned = (await Rescanned.RunAsync(folder, Token)).Fine();

        rescanned.Output.ShouldContain("~ plugin our-ocmw changed: it has no code, its mapping is read anew");
        rescanned.Output.ShouldContain("~ source ocmw-more changed: the mapping of its plugin; it is read on its schedule");
        await HubAdmin.RunSourceAsync(folder, Token, More);
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => hub.Errors);
    }

    [Fact]
    public async Task An_upgraded_plugin_and_other_settings_of_the_hub_wait_for_a_restart()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).WithPlugins("own");
        var plugin = folder.CopyPlugin("Hospital", "own/ours", "our-hospital");
        folder.AddSource(new { id = Hospital.Id, adapter = "our-hospital" }).Save();
        await using var hub = await HubProcess.RunAsync(folder, Token);

        HubFolder.ChangeManifest(plugin, json => json["version"] = "9.9.9");
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldMatch(@"waits for a restart: plugin our-hospital upgraded: version \d+\.\d+\.\d+ runs, 9\.9\.9 is in its folder");

        await hub.StopAsync(Token);
        await using var restarted = await HubProcess.RunAsync(folder, Token);
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("one: nothing changed.");
        File.AppendAllText(Path.Combine(plugin, "IntegrationHub.Adapters.Hospital.dll"), "other bytes");
        (await Rescanned.RunAsync(folder, Token)).Fine().Output.ShouldContain("IntegrationHub.Adapters.Hospital.dll is another file than the one that runs");
    }

    [Fact]
    public async Task Every_hub_on_one_store_answers_and_one_that_stopped_is_not_waited_for()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var first = new HubFolder(tool.Url, tool.Secret).On(await production.ForOneTestAsync(Token)).Save();
        using var second = first.ForAnotherHost("two");
        await using var one = await HubProcess.RunAsync(first, Token);
        await using var two = await HubProcess.RunAsync(second, Token);

        first.AddSource(Ocmw(first, "more")).Authorise(More, HubFolder.Ocmw, Jobs, "insz", "municipality").Save();
        var half = (await Rescanned.RunAsync(first, Token)).Fine();
        half.Output.ShouldContain("one: applied.");
        half.Output.ShouldContain("two: nothing changed.");
        second.AddSource(Ocmw(first, "more")).Authorise(More, HubFolder.Ocmw, Jobs, "insz", "municipality").Save();
        (await Rescanned.RunAsync(second, Token)).Fine().Output.ShouldContain("two: applied.");

        await two.StopAsync(Token);
        (await Rescanned.RunAsync(first, Token)).Fine().Output.ShouldNotContain("two:");
        await WriteJobThatEndedAsync(first, "more", 1);
        await HubAdmin.RunSourceAsync(first, Token, More);
        await Until.TrueAsync("the signal arrives", () => tool.Count == 1, Token, () => one.Errors);
        await one.StopAsync(Token);
        var nobody = await Rescanned.RunAsync(first, Token);
        (nobody.ExitCode, nobody.Errors.Trim()).ShouldBe((1, "No hub runs on this store. The next that starts reads the configuration as it is then."));
    }

    private static object Ocmw(HubFolder? folder, string exports) => new
    {
        id = More, adapter = "ocmw", schedule = Never, options = new { folder = folder is null ? exports : Path.Combine(folder.Path, exports), partner = HubFolder.Ocmw, settleSeconds = 0 },
    };

    private static async Task WriteJobThatEndedAsync(HubFolder folder, string exports, int number)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder.Path, exports)).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(path, $"tewerkstelling-{number}.csv"),
            $"contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst\nA60-{number};{TestInsz.Number(number)};Naam;Voornaam;Straat 1;9000;Gent;44021;01/12/2025;{Recently.LastWeek}\n",
            Token);
    }
}
