using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Plugins.Checking;

namespace HubAdapter.Tests;

/// <summary>The plugin's folder: manifest, options, sample, README; and that it loads, starts and stops.</summary>
public sealed class HubAdapterPlugin() : PluginConformance("src");

/// <summary>What becomes of a record: one folder a case in <c>src/testcases</c>.</summary>
public sealed class HubAdapterNormaliser() : NormaliserConformance("src");

/// <summary>Reading, against a small API that answers as the real one does.</summary>
public sealed class HubAdapterPull() : PullConformance("src")
{
    protected override Task<FakeSource> StartSourceAsync() => Task.FromResult(HttpSource.Start(
        request => new HttpReply(Page(request.QueryString["after"])),
        url => new JsonObject { ["url"] = url.ToString(), ["key"] = "env:API_KEY" },
        ["C1", "C2", "C3", "C4"],
        new Dictionary<string, string> { ["env:API_KEY"] = "invented" }));

    // Three pages, and then nothing more.
    private static string Page(string? after) => JsonSerializer.Serialize(after switch
    {
        "" => new { items = (object[])[Item("C1", "85673003360"), Item("C2", MarkedCitizen.Insz.Digits)], next = "2" },
        "2" => new { items = (object[])[Item("C3", "no INSZ")], next = "3" },
        "3" => new { items = (object[])[Item("C4", "85673003360")], next = "4" },
        _ => new { items = Array.Empty<object>(), next = after! },
    });

    private static object Item(string id, string insz) => new { id, insz, endedOn = "2026-11-15", municipality = "44021" };
}
