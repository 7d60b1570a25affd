using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>
/// A configuration folder of a test: an OCMW (<c>ocmw-test</c>, its exports in <see cref="Exports"/>) and an inbox, on SQLite and in memory unless told otherwise. Two hubs on one store
/// have a folder each, made by <see cref="ForAnotherHost"/>.
/// </summary>
internal sealed class HubFolder : IDisposable
{
    public const string Ocmw = "ocmw-test";
    /// <summary>The caller that may run sources and ask how the hub is.</summary>
    public const string Administrator = "beheer";
    private readonly Dictionary<string, JsonNode?> ownCallers = [];
    private readonly JsonObject hub;
    private readonly JsonArray partners;
    private readonly JsonArray authorisations;

    public HubFolder(string inboxUrl, string inboxSecret)
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        Write("inbox.secret", inboxSecret);
        foreach (var key in new[] { "pseudonym", "seal", "audit" })
            Write($"{key}.key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        Directory.CreateDirectory(Exports);
        hub = Node(new
        {
            instance = "one",
            http = new { urls = Url },
            keys = new
            {
                pseudonym = new { id = "p1", secret = "file:pseudonym.key" },
                seal = new { current = "s1", keys = new[] { new { id = "s1", secret = "file:seal.key" } } },
                audit = new { current = "a1", keys = new[] { new { id = "a1", secret = "file:audit.key" } } },
            },
            // Most tests are about something else than loads; those that are not say so by AskingAboutLoads.
            limits = new { jump = 0 },
            sources = new object[]
            {
                // In the night of a thirty-first: a test says itself when the source runs.
                new { id = Ocmw, adapter = "ocmw", schedule = "0 0 3 31 12 ?", firstLoad = "signal", options = new { folder = Exports, partner = Ocmw, settleSeconds = 0 } },
            },
            destinations = new object[] { new { id = "inbox", adapter = "webhook", options = new { url = inboxUrl, secrets = new[] { "file:inbox.secret" }, allowInternal = new[] { "127.0.0.1" } } } },
        }).AsObject();
        partners = [Node(new { id = Ocmw, role = "ocmw", municipalities = new[] { "44021" }, destination = "inbox" })];
        authorisations = [];
        Authorise(Ocmw, Ocmw, ["support-file-opened", "support-file-closed", "person-changed", "employment-started", "employment-ended"], "insz", "name", "address", "municipality", "occurredAt", "knownAt");
    }

    private HubFolder(HubFolder first, string instance)
    {
        Url = $"http://127.0.0.1:{FreePort()}";
        foreach (var file in Directory.GetFiles(first.Path))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        foreach (var (id, caller) in first.ownCallers)
            ownCallers[id] = caller;
        (hub, partners, authorisations) = (first.hub.DeepClone().AsObject(), first.partners.DeepClone().AsArray(), first.authorisations.DeepClone().AsArray());
        hub["instance"] = instance;
        hub["http"]!["urls"] = Url;
        Save();
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("hub-e2e-").FullName;

    /// <summary>Where the hub listens.</summary>
    public string Url { get; }

    public string Exports => System.IO.Path.Combine(Path, "exports");

    public string SqliteFile => System.IO.Path.Combine(Path, "data", "hub.db");

    public string? PostgresConnection { get; private set; }

    /// <summary>Puts it on PostgreSQL and RabbitMQ; what a host had on the bus when it died is published again after five seconds.</summary>
    public HubFolder On(ServersOfOneTest servers)
    {
        PostgresConnection = servers.Connection;
        Write("postgres.secret", servers.Connection);
        Write("rabbitmq.secret", servers.Amqp.AbsoluteUri);
        hub["store"] = Node(new { kind = "postgres", connection = "file:postgres.secret" });
        hub["bus"] = Node(new { kind = "rabbitmq", uri = "file:rabbitmq.secret", republishAfterSeconds = 5 });
        return this;
    }

    /// <summary>On servers that a test has to itself.</summary>
    public HubFolder On(string connection, Uri amqp, object tls)
    {
        PostgresConnection = connection;
        Write("postgres.secret", connection);
        Write("rabbitmq.secret", amqp.AbsoluteUri);
        hub["store"] = Node(new { kind = "postgres", connection = "file:postgres.secret" });
        hub["bus"] = Node(new { kind = "rabbitmq", uri = "file:rabbitmq.secret", tls });
        return this;
    }

    /// <summary>Measures and traces for this collector.</summary>
    public HubFolder ExportingTo(string collector)
    {
        hub["telemetry"] = Node(new { otlp = collector });
        return this;
    }

    public HubFolder AddSource(object source)
    {
        var added = Node(source);
        added["firstLoad"] ??= "signal";
        hub["sources"]!.AsArray().Add(added);
        return this;
    }

    /// <summary>As an administrator has it who says nothing of loads: the first load of a source, and a day with far more than usual, are asked about.</summary>
    public HubFolder AskingAboutLoads()
    {
        hub.Remove("limits");
        foreach (var source in hub["sources"]!.AsArray())
            source!.AsObject().Remove("firstLoad");
        return this;
    }

    /// <summary>Gives an option of the source that is there from the beginning another value.</summary>
    public HubFolder ChangeOcmw(string option, string value)
    {
        hub["sources"]![0]!["options"]![option] = value;
        return this;
    }

    /// <summary>Gives a source other options.</summary>
    public HubFolder ChangeSource(string id, object options)
    {
        hub["sources"]!.AsArray().Single(source => source!["id"]!.GetValue<string>() == id)!["options"] = Node(options);
        return this;
    }

    /// <summary>Has a source read on this schedule.</summary>
    public HubFolder Schedule(string id, string cron)
    {
        hub["sources"]!.AsArray().Single(source => source!["id"]!.GetValue<string>() == id)!["schedule"] = cron;
        return this;
    }

    /// <summary>Takes away the source that was added last.</summary>
    public HubFolder RemoveLastSource()
    {
        hub["sources"]!.AsArray().RemoveAt(hub["sources"]!.AsArray().Count - 1);
        return this;
    }

    /// <summary>Looks for plugins in this folder too.</summary>
    public HubFolder WithPlugins(string folder)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, folder));
        hub["plugins"] = Node(new[] { folder });
        return this;
    }

    public HubFolder AddDestination(object destination)
    {
        hub["destinations"]!.AsArray().Add(Node(destination));
        return this;
    }

    public HubFolder AddPartner(object partner)
    {
        partners.Add(Node(partner));
        return this;
    }

    public HubFolder Authorise(string source, string recipient, string[] contracts, params string[] fields)
    {
        authorisations.Add(Node(new
        {
            id = $"rule-{authorisations.Count}",
            source,
            purpose = "proactive-help",
            recipients = new[] { recipient },
            contracts,
            fields,
            legalBasis = "TEST 2026/001 (invented)",
            validFrom = "2020-01-01",
        }));
        return this;
    }

    /// <summary>A caller of its own making, in the place of the one of that id; null keys: as the test has them for each.</summary>
    public HubFolder Caller(string id, string[] sources, string[] may, params object[] keys)
    {
        ownCallers[id] = Node(new { id, sources, may, keys = keys.Length == 0 ? [new { sha256 = HashOf(KeyOf(id)) }] : keys });
        return this;
    }

    /// <summary>Takes it away again.</summary>
    public HubFolder WithoutCaller(string id)
    {
        ownCallers[id] = null;
        return this;
    }

    /// <summary>An HTTP client that calls as a hospital or, without an id, as an administrator.</summary>
    public HttpClient ClientFor(string caller = Administrator)
    {
        var client = new HttpClient { BaseAddress = new Uri(Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", KeyOf(caller));
        return client;
    }

    /// <summary>The key of a caller: every folder has the same, so that two hosts on one store are called alike.</summary>
    public static string KeyOf(string caller) => "hub_" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"key of {caller}")));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    /// <summary>Who runs these tests may do this with the hub.</summary>
    public HubFolder Administered(params string[] may)
    {
        var user = Environment.IsPrivilegedProcess && Environment.GetEnvironmentVariable("SUDO_USER") is { Length: > 0 } asking ? asking : Environment.UserName;
        hub["administrators"] = Node(new[] { new { user, may } });
        return this;
    }

    /// <summary>Another database, empty.</summary>
    public HubFolder OnDatabase(string connection)
    {
        PostgresConnection = connection;
        Write("postgres.secret", connection);
        return this;
    }

    /// <summary>Writes the three files.</summary>
    public HubFolder Save()
    {
        hub["callers"] = Callers();
        Write("hub.json", hub.ToJsonString());
        Write("partnerships.json", new JsonObject { ["partners"] = partners.DeepClone() }.ToJsonString());
        Write("authorisations.json", new JsonObject { ["authorisations"] = authorisations.DeepClone() }.ToJsonString());
        return this;
    }

    /// <summary>The configuration of a second host on the same store and bus: another name, another address.</summary>
    public HubFolder ForAnotherHost(string instance) => new(this, instance) { PostgresConnection = PostgresConnection };

    public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>One that the kernel gives to nobody, so that a hub that was killed finds it free when it starts again.</summary>
    public static int FreePort() => Ports.Free(1)[0];

    /// <summary>A plugin that comes with the hub, copied into a folder of this configuration under another id: a real one that the hub has never seen.</summary>
    public string CopyPlugin(string name, string to, string id, Action<JsonObject>? change = null)
    {
        var target = Directory.CreateDirectory(System.IO.Path.Combine(Path, to)).FullName;
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(HubProgram.Folder, "plugins", name)))
            File.Copy(file, System.IO.Path.Combine(target, System.IO.Path.GetFileName(file)));
        ChangeManifest(target, json =>
        {
            json["id"] = id;
            change?.Invoke(json);
        });
        return target;
    }

    public static void ChangeManifest(string plugin, Action<JsonObject> change)
    {
        var file = System.IO.Path.Combine(plugin, "adapter.json");
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        change(json);
        File.WriteAllText(file, json.ToJsonString());
    }

    /// <summary>An administrator, one for each hospital, and what the test itself says of them.</summary>
    private JsonArray Callers()
    {
        var callers = new Dictionary<string, JsonNode?> { [Administrator] = Node(new { id = Administrator, may = new[] { "administer", "monitor" }, keys = new[] { new { sha256 = HashOf(KeyOf(Administrator)) } } }) };
        foreach (var source in hub["sources"]!.AsArray().Where(source => ((string?)source!["adapter"])?.EndsWith("hospital", StringComparison.Ordinal) == true))
        {
            var id = (string)source!["id"]!;
            callers[id] = Node(new { id, sources = new[] { id }, may = new[] { "push" }, keys = new[] { new { sha256 = HashOf(KeyOf(id)) } } });
        }

        foreach (var (id, caller) in ownCallers)
            callers[id] = caller?.DeepClone();
        return new JsonArray([.. callers.Values.Where(caller => caller is not null)]);
    }

    private static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value)!;
}
