using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Host.Tests.Rescanning;

public sealed class ARescanThatChangesAuthorisations : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-rescan-").FullName;
    private HubServices hub = null!;
    private WebApplication app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_in_the_audit_log_with_the_ids_and_any_other_is_not()
    {
        Authorise(("kept", "B 1"), ("new", "B 1"), ("other", "B 1"));
        (await RescanAsync()).Errors.ShouldBeEmpty();
        Authorise(("kept", "B 1"), ("other", "B 2"));
        await RescanAsync();
        await RescanAsync();

        var told = await hub.Store.Audit.ListAsync(new() { Kind = "authorisations-changed" }, 10, Token);

        told.Select(one => one.Entry.Actor).ShouldAllBe(actor => actor == "hub");
        told.Select(one => one.Entry.Detail).ShouldBe(["here: added new, other; removed gone", "here: changed other; removed new"], ignoreOrder: true);
    }

    public async ValueTask InitializeAsync()
    {
        var plugins = Path.Combine(Repository.Root, "src", "Hub", "Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "plugins");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "hub.json"),
            $$"""{ "instance": "here", "plugins": [ "{{plugins}}" ], "sources": [ { "id": "az", "adapter": "hospital" } ], "destinations": [ { "id": "screen", "adapter": "console" } ] }""",
            Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "partnerships.json"), """{ "partners": [ { "id": "ocmw-gent", "role": "ocmw", "municipalities": [ "44021" ], "destination": "screen" } ] }""", Token);
        Authorise(("kept", "B 1"), ("gone", "B 1"));
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        errors.ShouldBeEmpty();
        (hub, errors) = await HubServices.CreateAsync(configuration!, NullLoggerFactory.Instance, TimeProvider.System);
        errors.ShouldBeEmpty();
        app = await HubApplication.BuildAsync(hub, NullLoggerFactory.Instance, TimeProvider.System, stays: true, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<RescanReport> RescanAsync() => app.Services.GetRequiredService<Rescan>().RunAsync(Token);

    private void Authorise(params (string Id, string LegalBasis)[] some)
    {
        var authorisations = some.Select(one => $$"""
            { "id": "{{one.Id}}", "source": "az", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "hospital-admitted" ], "fields": [], "legalBasis": "{{one.LegalBasis}}", "validFrom": "2026-01-01" }
            """);
        File.WriteAllText(Path.Combine(folder, "authorisations.json"), $$"""{ "authorisations": [ {{string.Join(',', authorisations)}} ] }""");
    }
}
