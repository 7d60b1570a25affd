using System.Net;
using System.Text;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Simulators.Magda;
using Microsoft.AspNetCore.Builder;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>A marked citizen runs through everything, well and badly. Her number and name reach the case worker, and are nowhere else.</summary>
public sealed class PrivacyTests(Production production)
{
    private const string Spy = "listening-in";
    private const string Columns = "dossiernummer;insz;naam;voornaam;straat;postcode;gemeente;nis;geopend_op;maatschappelijk_werker;opmerking";
    private const string Person = $"{MarkedCitizen.FamilyName};{MarkedCitizen.GivenName};{MarkedCitizen.Street};9000;Gent;44021";

    // What a signal may hold beside who it is about; see SignalReady.
    private static readonly string[] Allowed =
    [
        "signalId", "momentCode", "title", "text", "occurredAt", "knownAt", "priority", "expiresAt", "moments", "recipient", "worker", "citizen", "insz", "person", "municipality", "rights", "rightsToExplore", "legalBasis",
    ];

    private static readonly Dictionary<string, string> Everything = new() { ["HUB_LOG"] = "Trace" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_a_marked_citizen_is_in_no_file_and_in_no_log()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var replies = new TemporaryFolder();
        await using var magda = await StartMagdaAsync(replies.Path);
        await using var register = await MarkedSources.StartRegisterAsync(Token);
        await using var collector = await Collector.StartAsync(Token);
        using var folder = Configure(tool, magda, register, out var port).ExportingTo(collector.Url).Save();
        await using var hub = await HubProcess.RunAsync(folder, Everything, Token);

        await RunEverythingAsync(hub, folder, port, tool);
        // While it runs, so with what is still in the write-ahead log.
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(folder.SqliteFile)!))
            MarkedCitizen.FoundIn(await File.ReadAllBytesAsync(file, Token)).ShouldBeEmpty(Path.GetFileName(file));
        await hub.StopAsync(Token);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(folder.SqliteFile)!))
            MarkedCitizen.FoundIn(await File.ReadAllBytesAsync(file, Token)).ShouldBeEmpty(Path.GetFileName(file));
        SaidNothingOfHer(hub);
        ExportedNothingOfHer(collector);
    }

    [Fact]
    public async Task On_PostgreSQL_and_RabbitMQ_a_marked_citizen_is_in_no_table_no_queue_and_no_log()
    {
        var servers = await production.ForOneTestAsync(Token);
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var replies = new TemporaryFolder();
        await using var magda = await StartMagdaAsync(replies.Path);
        await using var register = await MarkedSources.StartRegisterAsync(Token);
        await using var collector = await Collector.StartAsync(Token);
        using var folder = Configure(tool, magda, register, out var port).On(servers).ExportingTo(collector.Url).Save();
        await using var hub = await HubProcess.RunAsync(folder, Everything, Token);
        await servers.ListenInAsync("integrationhub.facts", Spy, Token);
        await servers.ListenInAsync("integrationhub.events", Spy, Token);

        await RunEverythingAsync(hub, folder, port, tool);

        var database = new HubDatabaseReader(folder);
        var tables = await database.RowsAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", row => row.GetString(0), Token);
        tables.ShouldContain("quarantine");
        tables.ShouldContain("qrtz_triggers");
        foreach (var table in tables)
            MarkedCitizen.FoundIn(string.Join('\n', await database.RowsAsync($"SELECT t::text FROM \"{table}\" t", row => row.GetString(0), Token))).ShouldBeEmpty(table);

        var messages = await servers.MessagesAsync(Spy, Token);
        messages.Count.ShouldBeGreaterThan(5);
        messages.ShouldContain(message => message.Contains("scharniermoment-detected.ziekenhuisontslag"));
        messages.ShouldContain(message => message.Contains("signal-delivered."));
        MarkedCitizen.FoundIn(string.Join('\n', messages)).ShouldBeEmpty("messages");
        await Until.TrueAsync("nothing rests in a queue", async () => (await servers.QueuesAsync(Token)).All(queue => queue.Key == Spy || queue.Value == 0), Token, () => hub.Errors);
        (await servers.QueuesAsync(Token)).Keys.ShouldNotContain(name => name.Contains("error") || name.Contains("skipped"));
        await hub.StopAsync(Token);
        SaidNothingOfHer(hub);
        ExportedNothingOfHer(collector);
        foreach (var log in new[] { servers.Broker.LogFile, servers.Database.LogFile })
            MarkedCitizen.FoundIn(await File.ReadAllBytesAsync(log, Token)).ShouldBeEmpty(log);
    }

    private static HubFolder Configure(CaseWorkersTool tool, WebApplication magda, WebApplication register, out int port) => Hospital.AddTo(new HubFolder(tool.Url, tool.Secret), out port)
        .AddSource(new
        {
            id = "magda-test", adapter = "magda", schedule = "0 0 3 31 12 ?",
            options = new { url = magda.Urls.First(), identificatie = "test.be/hub", hoedanigheid = "ipdc0000", requestsPerSecond = 0 },
        })
        .AddMarkedSources(register)
        .AddDestination(new { id = "console", adapter = "console", options = new { language = "nl" } })
        .AddPartner(new { id = "caw-test", role = "caw", municipalities = new[] { "44021" }, destination = "console" })
        .Authorise("magda-test", HubFolder.Ocmw, ["employment-started", "employment-ended", "person-changed", "household-changed"], "insz", "name", "address")
        // More than a console should ever show.
        .Authorise(HubFolder.Ocmw, "caw-test", ["employment-ended", "person-changed"], "insz", "name", "address", "contact", "remark", "occurredAt");

    /// <summary>MAGDA's answers of the sample about one of its citizens, as if they were about the marked one.</summary>
    private static async Task<WebApplication> StartMagdaAsync(string files)
    {
        var sample = Path.Combine(HubProgram.Folder, "plugins", "Magda", "sample", "replies");
        foreach (var file in Directory.GetFiles(sample, "*.xml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is "88631402204.xml" or "notfound.xml"))
        {
            var reply = (await File.ReadAllTextAsync(file, Token))
                .Replace("88631402204", MarkedCitizen.Insz, StringComparison.Ordinal)
                .Replace("<Straatnaam>", $"<Straatnaam><!-- {MarkedCitizen.Street} -->", StringComparison.Ordinal);
            reply = Texts(reply, "Achternaam", MarkedCitizen.FamilyName);
            reply = Texts(reply, "Voornaam", MarkedCitizen.GivenName);
            var copy = Path.Combine(files, Path.GetRelativePath(sample, file).Replace("88631402204", MarkedCitizen.Insz, StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await File.WriteAllTextAsync(copy, reply, Token);
        }

        return await MagdaSimulator.StartAsync(new MagdaSimulatorOptions { FilesFolder = files, Url = "http://127.0.0.1:0" }, Token);
    }

    private static string Texts(string xml, string element, string text) =>
        System.Text.RegularExpressions.Regex.Replace(xml, $"<{element}>[^<]*</{element}>", $"<{element}>{text}</{element}>", default, TimeSpan.FromSeconds(1));

    private static async Task RunEverythingAsync(HubProcess hub, HubFolder folder, int port, CaseWorkersTool tool)
    {
        var database = new HubDatabaseReader(folder);
        await File.WriteAllTextAsync(Path.Combine(folder.Exports, "dossiers-1.csv"), $"""
            {Columns}
            D-1;{MarkedCitizen.Insz};{Person};12/01/2026;mw-012;belde over {MarkedCitizen.FamilyName}
            D-2;{MarkedCitizen.Insz};{Person};31/11/2026;mw-012;
            D-3;{MarkedCitizen.Insz[..10]}0;{Person};12/01/2026;mw-012;
            D-4;{MarkedCitizen.Insz};{Person};12/01/2026;{MarkedCitizen.GivenName} {MarkedCitizen.FamilyName};
            {MarkedCitizen.Insz};{MarkedCitizen.Insz};{Person};12/01/2026;mw-012;
            D-5;{MarkedCitizen.Insz};"{Person};12/01/2026;mw-012;

            """, Token);
        await File.WriteAllTextAsync(Path.Combine(folder.Exports, "leefloon-1.csv"), $"naam;insz\n{MarkedCitizen.FamilyName};{MarkedCitizen.Insz}\n", Token);
        await File.WriteAllTextAsync(
            Path.Combine(folder.Exports, "tewerkstelling-1.csv"),
            $"contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst\nA60-1;{MarkedCitizen.OtherInsz};{Person};01/12/2025;{Recently.LastWeek}\n",
            Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        await hub.UntilWritesAsync("Source ocmw-test: ", Token);
        await Until.TrueAsync("her file is processed", async () => await database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL", Token) == 0, Token);
        await HubAdmin.RunSourceAsync(folder, Token, "magda-test");
        await hub.UntilWritesAsync("Source magda-test: ", Token);
        await Hospital.DischargeAsync(port, 1, MarkedCitizen.Insz, MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street, Token);
        await Hospital.DischargeAsync(port, 2, MarkedCitizen.Insz[..10] + "x", MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street, Token);
        await Hospital.DischargeAsync(port, 3, MarkedCitizen.Insz, MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street, Token, "ORU^R01");
        (await PostAsync(folder, $$"""{ "resourceType": "Encounter", "subject": { "display": "{{MarkedCitizen.FamilyName}}", "identifier": { "value": "{{MarkedCitizen.Insz}}" } } }""")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PostAsync(folder, $"{MarkedCitizen.FamilyName} is no JSON")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var source in MarkedSources.Ids)
        {
            await HubAdmin.RunSourceAsync(folder, Token, source);
            await hub.UntilWritesAsync($"Source {source}: ", Token);
        }

        await AskAsStrangersAsync(folder);

        // Two jobs that ended and one discharge at the tool, one of the jobs on the console too.
        await Until.TrueAsync("three signals arrived", () => tool.Count == 3, Token, () => hub.Errors);
        await Until.TrueAsync(
            "nothing is left to do",
            async () => await database.NumberAsync(
                "SELECT (SELECT count(*) FROM deliveries WHERE state = 'pending') + (SELECT count(*) FROM events) + (SELECT count(*) FROM batches WHERE processed_at IS NULL)", Token) == 0,
            Token,
            () => hub.Errors);
        (await database.NumberAsync("SELECT count(*) FROM quarantine", Token)).ShouldBeGreaterThanOrEqualTo(9 + MarkedSources.Broken);
        foreach (var source in MarkedSources.Ids)
            (await database.NumberAsync($"SELECT count(*) FROM batches WHERE source = '{source}'", Token)).ShouldBeGreaterThan(0, source);
        foreach (var delivery in tool.Received)
            HasOnlyWhatMayBeSeen(delivery.Body);
        foreach (var mark in new[] { MarkedCitizen.Insz, MarkedCitizen.OtherInsz, MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street })
            tool.Received.ShouldContain(one => one.Body.Contains(mark), mark);
    }

    private static async Task<HttpStatusCode> PostAsync(HubFolder folder, string body)
    {
        using var client = folder.ClientFor(Hospital.Id);
        using var content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        using var answer = await client.PostAsync(new Uri($"{folder.Url}/intake/{Hospital.Id}"), content, Token);
        MarkedCitizen.FoundIn(await answer.Content.ReadAsStringAsync(Token)).ShouldBeEmpty("the answer to a push");
        return answer.StatusCode;
    }

    private static void SaidNothingOfHer(HubProcess hub)
    {
        hub.Output.ShouldContain("caw-test");
        hub.Errors.ShouldContain("Quarantined");
        MarkedCitizen.FoundIn(hub.Output).ShouldBeEmpty("standard output");
        MarkedCitizen.FoundIn(hub.Errors).ShouldBeEmpty($"standard error: {hub.Errors.Split('\n').FirstOrDefault(line => MarkedCitizen.FoundIn(line).Count > 0)}");
    }

    // The ground of the OCMW names neither contact nor remark.
    private static void HasOnlyWhatMayBeSeen(string body)
    {
        using var message = JsonDocument.Parse(body);
        var data = message.RootElement.GetProperty("data");
        data.EnumerateObject().Select(property => property.Name).Except(Allowed).ShouldBeEmpty();
        data.GetProperty("person").EnumerateObject().Select(property => property.Name).ShouldBeSubsetOf(["familyName", "givenNames", "street", "locality"]);
        body.ShouldNotContain("0470 55 01 21");
        body.ShouldNotContain("belde over");
    }

    private static async Task AskAsStrangersAsync(HubFolder folder)
    {
        using var stranger = new HttpClient();
        foreach (var path in new[] { $"/intake/{Hospital.Id}", "/intake/nobody", $"/admin/sources/{HubFolder.Ocmw}/run", "/admin/backfill", "/health/ready", "/health/live", $"/{MarkedCitizen.Insz}", $"/intake/{MarkedCitizen.Insz}?naam={MarkedCitizen.FamilyName}" })
        {
            using var content = new StringContent($$"""{ "insz": "{{MarkedCitizen.Insz}}", "naam": "{{MarkedCitizen.FamilyName}}" }""", Encoding.UTF8, "application/fhir+json");
            foreach (var asked in new[] { stranger.PostAsync(new Uri(folder.Url + path), content, Token), stranger.GetAsync(new Uri(folder.Url + path), Token) })
            {
                using var answer = await asked;
                ((int)answer.StatusCode).ShouldBeInRange(400, 499, path);
                MarkedCitizen.FoundIn($"{answer.Headers}{await answer.Content.ReadAsStringAsync(Token)}").ShouldBeEmpty(path);
            }
        }
    }

    private static void ExportedNothingOfHer(Collector collector)
    {
        var all = collector.Received.ToList();
        foreach (var expected in new[] { "integrationhub.records", "integrationhub.deliveries", "intake", "detect", "deliver", "publish" })
            all.Any(one => one.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(expected)) >= 0).ShouldBeTrue(expected);
        foreach (var (path, bytes) in all)
            MarkedCitizen.FoundIn(bytes).ShouldBeEmpty(path);
    }
}
