using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Benchmarks.Hub;

/// <summary>A configuration folder of the hub, as an administrator would write it.</summary>
internal sealed class HubFolder : IDisposable
{
    public const string Ocmw = "ocmw-gent";
    public const string Hospital = "az-gent";
    private readonly JsonArray sources = [];
    private readonly JsonArray destinations = [];
    private JsonObject store = new() { ["kind"] = "sqlite", ["path"] = "hub.db" };
    private JsonObject bus = new() { ["kind"] = "memory" };

    public HubFolder()
    {
        Location = Directory.CreateTempSubdirectory("hub-benchmark-").FullName;
        foreach (var key in new[] { "BENCH_PSEUDONYM", "BENCH_SEAL", "BENCH_AUDIT" })
            Environment[key] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    }

    /// <summary>What who asks whether the hub is ready must show.</summary>
    public static string Key { get; } = "hub_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string Location { get; }

    public string Exports => Path.Combine(Location, "exports");

    public string SqliteFile => Path.Combine(Location, "hub.db");

    /// <summary>Where a program that is not the hub finds the plugins that come with the hub.</summary>
    public string? Plugins { get; init; }

    /// <summary>Where the hub listens: any port unless told otherwise.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>What the configuration refers to.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The built hub, in the configuration that this program was built in.</summary>
    public static string Program { get; } = Path.Combine(
        Repository.Root, "src/Hub/Host/bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!, Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "hub");

    public HubFolder OnServers(string postgres, Uri rabbit)
    {
        Environment["BENCH_POSTGRES"] = postgres;
        Environment["BENCH_RABBIT"] = rabbit.ToString();
        store = new() { ["kind"] = "postgres", ["connection"] = "env:BENCH_POSTGRES" };
        bus = new() { ["kind"] = "rabbitmq", ["uri"] = "env:BENCH_RABBIT" };
        return this;
    }

    /// <summary>With the rules of the hub, of which the one on jobs lets nothing age: the exports have the dates of the day on which they were invented.</summary>
    public HubFolder WithRulesThatDoNotAge()
    {
        var rules = Directory.CreateDirectory(Path.Combine(Location, "rules")).FullName;
        foreach (var rule in Directory.GetFiles(Path.Combine(Repository.Root, "deploy/rules"), "*.yaml"))
            File.Copy(rule, Path.Combine(rules, Path.GetFileName(rule)));
        File.AppendAllText(Path.Combine(rules, "ontslag.yaml"), "expires: 100 years\nstaleAfter: 100 years\n");
        return this;
    }

    /// <summary>On PostgreSQL with the bus in memory.</summary>
    public HubFolder OnPostgres(string postgres)
    {
        Environment["BENCH_POSTGRES"] = postgres;
        store = new() { ["kind"] = "postgres", ["connection"] = "env:BENCH_POSTGRES" };
        return this;
    }

    public HubFolder WithSource(string id, string adapter, JsonObject options, bool isPulled = true, string schedule = "0 0 3 * * ?")
    {
        var source = new JsonObject { ["id"] = id, ["adapter"] = adapter, ["firstLoad"] = "signal", ["options"] = options };
        if (isPulled)
            source["schedule"] = schedule;
        sources.Add(source);
        return this;
    }

    public HubFolder WithOcmw() => WithSource(Ocmw, "ocmw", new() { ["folder"] = "exports", ["partner"] = Ocmw, ["settleSeconds"] = 0 });

    public HubFolder WithDestination(string id, string adapter, JsonObject options)
    {
        destinations.Add(new JsonObject { ["id"] = id, ["adapter"] = adapter, ["options"] = options });
        return this;
    }

    public HubFolder Write()
    {
        Directory.CreateDirectory(Exports);
        Write("hub.json", new JsonObject
        {
            ["instance"] = "benchmark",
            ["store"] = store,
            ["bus"] = bus,
            ["keys"] = new JsonObject
            {
                ["pseudonym"] = new JsonObject { ["id"] = "p1", ["secret"] = "env:BENCH_PSEUDONYM" },
                ["seal"] = new JsonObject { ["current"] = "s1", ["keys"] = new JsonArray(new JsonObject { ["id"] = "s1", ["secret"] = "env:BENCH_SEAL" }) },
                ["audit"] = new JsonObject { ["current"] = "a1", ["keys"] = new JsonArray(new JsonObject { ["id"] = "a1", ["secret"] = "env:BENCH_AUDIT" }) },
            },
            ["limits"] = new JsonObject { ["jump"] = 0 },
            ["http"] = new JsonObject { ["urls"] = Url },
            ["plugins"] = Plugins is null ? [] : new JsonArray(Plugins),
            ["callers"] = new JsonArray(new JsonObject { ["id"] = "benchmark", ["may"] = new JsonArray("monitor"), ["keys"] = new JsonArray(new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Key))) }) }),
            ["sources"] = sources,
            ["destinations"] = destinations,
        });
        Write("partnerships.json", new JsonObject
        {
            ["partners"] = new JsonArray(new JsonObject
            {
                ["id"] = Ocmw, ["role"] = "ocmw", ["municipalities"] = new JsonArray("44021"), ["destination"] = (string)destinations[0]!["id"]!,
            }),
        });
        Write("authorisations.json", new JsonObject
        {
            ["authorisations"] = new JsonArray([.. sources.Select(source => Allow((string)source!["id"]!))]),
        });
        return this;
    }

    public void Dispose() => Directory.Delete(Location, recursive: true);

    private static JsonObject Allow(string source) => new()
    {
        ["id"] = source,
        ["source"] = source,
        ["purpose"] = "proactive-help",
        ["recipients"] = new JsonArray(Ocmw),
        ["contracts"] = new JsonArray(
            "support-file-opened", "support-file-closed", "person-changed", "benefit-granted", "benefit-ended", "benefit-suspended", "household-changed", "insurance-membership-changed", "circumstance-reported", "eviction-claimed", "employment-started", "employment-ended", "hospital-admitted", "hospital-discharged"),
        ["fields"] = new JsonArray("insz", "name", "address", "contact", "municipality", "occurredAt", "knownAt", "source"),
        ["legalBasis"] = "BENCHMARK 2026/001 (invented)",
        ["validFrom"] = "2026-01-01",
    };

    private void Write(string name, JsonObject content) => File.WriteAllText(Path.Combine(Location, name), content.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
