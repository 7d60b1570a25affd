using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Commands;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Quarantine;
using IntegrationHub.Storage.Quarantine;
using IntegrationHub.Tests.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Quarantine;

/// <summary>Bundles of a hospital: too large for the hub of before the fix, not for the one of after it; and one that is no bundle.</summary>
public sealed class TryingAgain : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "src", "Adapters", "Hospital", "sample", "encounter-bundle.json");
    private readonly string folder = Directory.CreateTempSubdirectory("hub-quarantine-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_the_fix_of_one_reason_takes_its_group_and_leaves_the_other()
    {
        var (tooLarge, _) = await FillAsync();
        await using var mended = await OpenAsync(limit: 1_000_000);
        var told = new List<(long Done, long Of)>();

        var result = await RetryAsync(mended, new QuarantineFilter(Reason: tooLarge), (done, of) => told.Add((done, of)));

        (result.Accepted, result.Rejected, result.WithoutSource.Count).ShouldBe((1, 0, 0));
        told.ShouldBe([(1, 1)]);
        (await mended.Store.Operations.TotalsAsync(Token)).Facts.ShouldBe(2);
        (await mended.Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem().Reason.ShouldNotBe(tooLarge);
    }

    [Fact]
    public async Task What_still_cannot_be_read_stays_as_one_entry_since_the_time_it_came()
    {
        await FillAsync();
        await using var hub = await OpenAsync(limit: 1024);
        var before = await hub.Store.Quarantine.ListAsync(null, 10, Token);

        var result = await RetryAsync(hub, QuarantineFilter.All);

        (result.Accepted, result.Rejected).ShouldBe((0, 2));
        (await hub.Store.Quarantine.ListAsync(null, 10, Token)).ShouldBe(before);
    }

    [Fact]
    public async Task Of_a_source_that_is_gone_nothing_is_touched_and_it_is_said()
    {
        await FillAsync();
        await using var hub = await OpenAsync(limit: 1024, source: "another");

        var result = await RetryAsync(hub, QuarantineFilter.All);

        result.ToString().ShouldContain("2 records of az left alone");
        (await hub.Store.Quarantine.ListAsync(null, 10, Token)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_export_has_the_records_as_they_came_a_line_each_and_a_trace_of_each()
    {
        var (_, broken) = await FillAsync();
        await using var hub = await OpenAsync(limit: 1024);
        using var file = new MemoryStream();

        (await new QuarantineExport(hub.Store, TimeProvider.System).RunAsync(new QuarantineFilter(Reason: broken), "administrator:an", file, (_, _) => { }, Token)).ShouldBe(1);

        var line = Encoding.UTF8.GetString(file.ToArray()).TrimEnd('\n');
        line.ShouldNotContain('\n');
        JsonDocument.Parse(line).RootElement.GetProperty("text").GetString().ShouldBe("no bundle\u001b[2J");
    }

    [Fact]
    public void A_text_that_would_steer_a_terminal_does_not() => ResultConsole.Harmless("a\tb\n\u001b[2J\u0007é").ShouldBe("a\tb\n·[2J·é");

    private static Task<RetryResult> RetryAsync(HubServices hub, QuarantineFilter filter, Action<long, long>? progress = null) =>
        new QuarantineRetry(hub.Store.Quarantine, hub.Sources.Find, TimeProvider.System).RunAsync(filter, progress ?? ((_, _) => { }), Token);

    /// <summary>A bundle over the limit and something that is none; returns the reasons of both.</summary>
    private async Task<(string TooLarge, string Broken)> FillAsync()
    {
        await using var hub = await OpenAsync(limit: 1024);
        var records = new[] { Record("large", await File.ReadAllBytesAsync(Sample, Token)), Record("broken", "no bundle\u001b[2J"u8.ToArray()) };
        await hub.Sources.Find("az")!.Intake.AcceptAsync(new SourceBatch { Records = records }, Token);
        var entries = (await hub.Store.Quarantine.ListAsync(null, 10, Token)).ToDictionary(entry => entry.RecordId);
        return (entries["large"].Reason, entries["broken"].Reason);
    }

    private static SourceRecord Record(string id, byte[] raw) => new() { Id = id, Kind = "application/fhir+json", Raw = raw };

    private async Task<HubServices> OpenAsync(int limit, string source = "az")
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var plugins = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", output, "net10.0", "plugins");
        await File.WriteAllTextAsync(Path.Combine(folder, "hub.json"), $$"""
            {
              "limits": { "maxRecordBytes": {{limit}} }, "plugins": [ "{{plugins}}" ],
              "sources": [ { "id": "{{source}}", "adapter": "hospital" } ], "destinations": [ { "id": "console", "adapter": "console" } ]
            }
            """, Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "console" } ] }""", Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "authorisations.json"), $$"""
            { "authorisations": [ { "id": "a", "source": "{{source}}", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "hospital-admitted", "hospital-discharged" ],
              "fields": [], "legalBasis": "B", "validFrom": "2026-01-01" } ] }
            """, Token);
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        (var hub, errors) = await HubServices.CreateAsync(configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        errors.ShouldBeEmpty();
        await hub.OpenStoreAsync(Token);
        return hub;
    }
}
