using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

public sealed class WrongUseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wrong_configuration_starts_nothing_and_tells_every_error_with_its_path()
    {
        using var folder = new HubFolder("http://127.0.0.1:9/", "whsec_c2hvcnQ=").Save();
        folder.Write("hub.json", """
            {
              "store": { "kind": "oracle" },
              "bus": { "kind": "rabbitmq", "uri": "amqp://guest:guest@localhost" },
              "http": { "url": "http://127.0.0.1:1" },
              "limits": { "maxRecordBytes": "ten" },
              "sources": [
                { "id": "Ocmw Gent", "adapter": "ocmw", "schedule": "0 0 3 * * ?", "options": { "folder": "exports", "partner": "ocmw-test" } },
                { "id": "ocmw-test", "schedule": "0 0 3 * * ?" }
              ],
              "destinations": [ { "id": "inbox", "adapter": "webhook" }, { "id": "inbox", "adapter": "webhook" } ]
            }
            """);
        folder.Write("partnerships.json", """{ "partners": [ { "id": "ocmw-test", "role": "ocmw", "municipalities": [ "Gent" ], "destination": "outbox" } ] }""");
        folder.Write("authorisations.json", """
            { "authorisations": [ { "id": "a", "source": "nobody", "purpose": "fraud-detection", "recipients": [ "police" ], "contracts": [ "gossip" ], "fields": [ "insz" ], "validFrom": "soon" } ] }
            """);

        await using var hub = HubProcess.Start(folder.Path, "run", "--config", folder.Path);
        await hub.EndsWithAsync(1, Token);

        foreach (var path in new[]
        {
            "hub.json: store.kind: ", "hub.json: bus.uri: ", "hub.json: http.url: ", "hub.json: limits.maxRecordBytes: ", "hub.json: sources[0].id: ", "hub.json: sources[1].adapter: ",
            "hub.json: destinations[1].id: ", "partnerships.json: partners[0].municipalities[0]: ", "partnerships.json: partners[0].destination: ",
            "authorisations.json: authorisations[0].source: ", "authorisations.json: authorisations[0].purpose: ", "authorisations.json: authorisations[0].recipients[0]: ",
            "authorisations.json: authorisations[0].contracts[0]: ", "authorisations.json: authorisations[0].legalBasis: ", "authorisations.json: authorisations[0].validFrom: ",
        })
            hub.Errors.ShouldContain(path);
        hub.Errors.ShouldContain("nothing was started");
        hub.Errors.ShouldNotContain("   at ");
        hub.Output.ShouldBeEmpty();
        Directory.Exists(Path.Combine(folder.Path, "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_options_of_sources_and_destinations_are_told_at_once_with_their_path()
    {
        using var folder = new HubFolder("ftp://somewhere/", "no secret of the right form")
            .AddSource(new { id = "hospital", adapter = "hospital", schedule = "0 0 3 * * ?", options = new { mllp = new { port = 70000 } } })
            .AddSource(new { id = "clock", adapter = "ocmw", schedule = "every night", options = new { folder = "", partner = "ocmw-test" } })
            .AddSource(new { id = "unknown", adapter = "ocwm", schedule = "0 0 3 * * ?" })
            .Save();

        await using var hub = HubProcess.Start(folder.Path, "run", "--config", folder.Path, "--once");
        await hub.EndsWithAsync(1, Token);

        foreach (var path in new[] { "sources[1]", "sources[2]", "sources[3].adapter", "destinations[0]", "sources[2].schedule" })
            hub.Errors.ShouldContain(path);
        hub.Errors.ShouldNotContain("   at ");
        hub.Errors.ShouldNotContain("no secret of the right form");
        File.Exists(folder.SqliteFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("run", "--twice")]
    [InlineData("run", "--config")]
    [InlineData("simulate", "mllp-send")]
    [InlineData("simulate", "mllp-send", "x.hl7", "--to", "nowhere")]
    [InlineData("simulate", "inbox", "--language", "fr")]
    [InlineData("config", "check")]
    [InlineData("quarantine", "discard", "--config", ".", "--id", "1")]
    [InlineData("quarantine", "discard", "--config", ".", "--because", "a test export")]
    [InlineData("backup", "--config", ".")]
    [InlineData("restore", "--config", ".")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_wrong(params string[] arguments)
    {
        await using var hub = HubProcess.Start(Path.GetTempPath(), arguments);
        await hub.EndsWithAsync(2, Token);

        hub.Errors.ShouldNotBeEmpty();
        hub.Errors.ShouldNotContain("   at ");
        hub.Output.ShouldBeEmpty();
    }
}
