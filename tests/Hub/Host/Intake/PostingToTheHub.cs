using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Doors;
using IntegrationHub.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Intake;

public sealed class PostingToTheHub : IAsyncLifetime
{
    private static readonly string Host = Path.Combine(Repository.Root, "src", "Hub", "Host");
    private static readonly string Sample = Path.Combine(Repository.Root, "src", "Adapters", "Hospital", "sample", "encounter-bundle.json");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-post-").FullName;
    private readonly string key = CallerKey.New();
    private readonly TestCertificates authority = new();
    private HubServices hub = null!;
    private WebApplication app = null!;
    private HttpClient client = null!;

    [Fact]
    public async Task A_bundle_is_answered_when_the_journal_has_it_and_the_second_time_is_a_duplicate()
    {
        var bundle = await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken);

        (await PostAsync("az", "application/fhir+json; charset=utf-8", bundle)).ShouldBe((HttpStatusCode.OK, new Summary(1, 1, 0, 0)));
        (await hub.Store.Operations.TotalsAsync(TestContext.Current.CancellationToken)).Facts.ShouldBe(2);
        (await PostAsync("az", "application/fhir+json", bundle)).ShouldBe((HttpStatusCode.OK, new Summary(1, 0, 1, 0)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_quarantined_and_the_answer_says_why()
    {
        var response = await client.PostAsync("/intake/az", new StringContent("{", Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"toDo\":");
        (await hub.Store.Quarantine.ListAsync(new(Source: "az"), 10, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_media_type_an_unknown_source_and_too_much_at_once_are_refused()
    {
        (await StatusAsync("az", "text/html", "<p>")).ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await StatusAsync("nobody", "application/fhir+json", "{}")).ShouldBe(HttpStatusCode.NotFound);

        var large = await client.PostAsync("/intake/az", new StringContent(new string(' ', 20_000), Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await large.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("larger than 16384 bytes: 20000");
    }

    [Fact]
    public async Task Of_a_media_type_nothing_is_kept_that_a_caller_made_up()
    {
        (await PostAsync("files", "text/79.61.14-250.58-Duinkerken", "x")).Summary.ShouldBe(new Summary(1, 0, 0, 1));
        (await PostAsync("files", "Text/CSV; charset=utf-8", "y")).Summary.ShouldBe(new Summary(1, 0, 0, 1));

        (await hub.Store.Quarantine.ListAsync(new(Source: "files"), 10, TestContext.Current.CancellationToken)).Select(entry => entry.Kind).Order(StringComparer.Ordinal).ShouldBe(["application/octet-stream", "text/csv"]);
    }

    [Fact]
    public async Task Too_much_is_refused_also_when_its_size_is_not_told()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/intake/az") { Content = new StreamContent(new MemoryStream(new byte[20_000])) };
        request.Content.Headers.ContentType = new("application/fhir+json");
        request.Headers.TransferEncodingChunked = true;

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_source_whose_plugin_is_broken_is_shown_and_asks_for_later_while_the_hub_runs_on()
    {
        hub.Sources.Broken["broken-source"].ShouldContain("Missing.dll");
        using var response = await client.PostAsync("/intake/broken-source", new StringContent("x"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task While_too_much_waits_to_be_processed_a_partner_is_asked_to_come_back_and_then_let_in()
    {
        var bundle = await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken);
        // Batches without facts: nobody can process these.
        await StoreAsync("INSERT INTO batches (source, contract, facts, created_at) VALUES ('az', 'hospital-admitted', 0, 1), ('az', 'hospital-admitted', 0, 1), ('az', 'hospital-admitted', 0, 1)");
        await Until.TrueAsync("the hub is full", async () => await StatusAsync("az", "text/html", "<p>") == HttpStatusCode.ServiceUnavailable, TestContext.Current.CancellationToken);

        using var response = await client.PostAsync("/intake/az", new StringContent(bundle, Encoding.UTF8, "application/fhir+json"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Nothing was stored. Send it again later.");
        (await hub.Store.Operations.TotalsAsync(TestContext.Current.CancellationToken)).Facts.ShouldBe(0);

        using (var health = await client.GetAsync("/health/ready", TestContext.Current.CancellationToken))
            (health.StatusCode, await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe((HttpStatusCode.ServiceUnavailable, "unprocessed-too-long"));
        await StoreAsync("UPDATE batches SET processed_at = 1");
        (await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("ready");
        await Until.TrueAsync("there is room", async () => await StatusAsync("az", "text/html", "<p>") != HttpStatusCode.ServiceUnavailable, TestContext.Current.CancellationToken);
        (await PostAsync("az", "application/fhir+json", bundle)).Summary.ShouldBe(new Summary(1, 1, 0, 0));
    }

    [Fact]
    public async Task A_hub_that_runs_says_that_it_is_ready() =>
        (await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("ready");

    [Fact]
    public async Task Over_https_it_shows_its_certificate_and_asks_for_a_key_as_well()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.ImportFromPem(authority.AuthorityPem);
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var encrypted = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal))) };

        (await encrypted.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        encrypted.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        (await encrypted.GetStringAsync("/health/live", TestContext.Current.CancellationToken)).ShouldBe("live");
    }

    [Fact]
    public void Every_endpoint_says_for_which_callers_it_is()
    {
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();

        endpoints.ShouldNotBeEmpty();
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<AskedBy>() is null).Select(endpoint => endpoint.RoutePattern.RawText).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_refused_is_written_down_once_a_kind_and_caller()
    {
        for (var i = 0; i < 3; i++)
            await client.GetAsync("/admin/backfill/nothing", TestContext.Current.CancellationToken);
        using (var stranger = new HttpClient { BaseAddress = client.BaseAddress })
            await stranger.GetAsync("/health/ready", TestContext.Current.CancellationToken);

        await app.StopAsync(TestContext.Current.CancellationToken);

        await using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "data", "hub.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT actor || ' ' || detail FROM audit WHERE kind = 'caller-refused' ORDER BY actor";
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var entries = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            entries.Add(rows.GetString(0));
        entries.ShouldBe(["caller:az-gent not-allowed: 3 requests in a minute", "hub no-key: 1 request in a minute"]);
    }

    public async ValueTask InitializeAsync()
    {
        // As authorities hand it out: who calls knows the root alone.
        using var between = authority.Between();
        var (certificate, certificateKey) = between.ForServer("127.0.0.1");
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.pem"), certificate + "\n" + between.AuthorityPem);
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.key"), certificateKey);
        var output = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var plugins = Path.Combine(Host, "bin", output, "net10.0", "plugins");
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.json"), $$"""
            {
              "http": { "urls": "http://127.0.0.1:0;https://127.0.0.1:0", "tls": { "certificate": "file:hub.pem", "key": "file:hub.key" } }, "limits": { "maxRecordBytes": 16384, "backlog": 3 }, "plugins": [ "{{plugins}}", "own-plugins" ],
              "sources": [ { "id": "az", "adapter": "hospital" }, { "id": "files", "adapter": "ocmw", "schedule": "0 0 3 31 12 ?", "options": { "folder": "exports", "partner": "ocmw-gent" } }, { "id": "broken-source", "adapter": "broken" } ], "destinations": [ { "id": "console", "adapter": "console" } ],
              "callers": [ { "id": "az-gent", "sources": [ "az", "files", "broken-source" ], "may": [ "push", "monitor" ], "keys": [ { "sha256": "{{Convert.ToHexStringLower(CallerKey.HashOf(key))}}" } ] } ]
            }
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "console" } ] }""");
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), """
            { "authorisations": [ { "id": "a", "source": "az", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "hospital-admitted", "hospital-discharged" ],
              "fields": [], "legalBasis": "B", "validFrom": "2026-01-01" } ] }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "own-plugins", "broken"));
        await File.WriteAllTextAsync(Path.Combine(folder, "own-plugins", "broken", "adapter.json"), """
            { "id": "broken", "version": "0.1.0", "sdk": ">=0.1 <1.0", "assembly": "Missing.dll", "entryType": "Missing.Adapter", "provides": [ "source" ],
              "description": { "nl": "kapot", "en": "broken" }, "contracts": [ "person-changed" ], "personalData": [ "insz" ] }
            """);
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        (hub, errors) = await HubServices.CreateAsync(configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        errors.ShouldBeEmpty();
        app = await HubApplication.BuildAsync(hub, NullLoggerFactory.Instance, TimeProvider.System, stays: true, TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await hub.DisposeAsync();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<(HttpStatusCode Status, Summary? Summary)> PostAsync(string source, string mediaType, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(mediaType);
        using var response = await client.PostAsync($"/intake/{source}", content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<Summary>(TestContext.Current.CancellationToken));
    }

    private async Task StoreAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={hub.Configuration.Store.Location};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpStatusCode> StatusAsync(string source, string mediaType, string body)
    {
        using var response = await client.PostAsync($"/intake/{source}", new StringContent(body, Encoding.UTF8, mediaType), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private sealed record Summary(int Read, int Accepted, int Duplicate, int Quarantined);
}
