using System.Security.Cryptography;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Rights;
using IntegrationHub.Host.Rules;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Configuration;

/// <summary>Reads a configuration folder: <c>hub.json</c>, <c>partnerships.json</c>, <c>authorisations.json</c>, <c>rules/*.yaml</c>, <c>rights/*.yaml</c>, and environment variables that start with <c>HUB__</c> (<c>HUB__STORE__KIND</c>).</summary>
internal static class HubConfigurationReader
{
    /// <summary>The plugins that come with the hub.</summary>
    public static string BuiltInPlugins { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>The configuration, or every error.</summary>
    /// <param name="folder">The configuration folder.</param>
    /// <param name="overrides">What the built-in sample puts in the place of what <c>hub.json</c> says (ports, folders); null otherwise.</param>
    public static (HubConfiguration? Configuration, IReadOnlyList<string> Errors) Read(string folder, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var errors = new List<string>();
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, "hub.json");
        if (!File.Exists(file))
            return (null, [$"{file}: does not exist. Give the configuration folder with --config."]);
        var hub = Load(folder, "hub.json", errors, overrides ?? new Dictionary<string, string?>());
        var partnerships = Load(folder, "partnerships.json", errors);
        var authorisations = Load(folder, "authorisations.json", errors);
        var rights = RightFolder.Read(RightFolder.Of(folder));
        var rules = RuleFolder.Read(RuleFolder.Of(folder), rights.Ids.Count == 0 ? null : rights.Ids);
        errors.AddRange(rules.Mistakes);
        errors.AddRange(rights.Mistakes);
        if (hub is null || partnerships is null || authorisations is null)
            return (null, errors);

        hub.AllowOnly("instance", "store", "bus", "keys", "http", "limits", "signals", "plugins", "sources", "destinations", "callers", "administrators", "audit", "retention", "telemetry");
        var secrets = new Secrets(folder);
        var store = ReadStore(hub.Child("store"), secrets, folder);
        var bus = ReadBus(hub.Child("bus"), secrets);
        var plugins = PluginFolders(hub, folder);
        // Before anything below it is opened: what is refused here may lead anywhere.
        if (TrustedFiles.OfThisProcess(store.IsPostgres ? null : store.Location)?.Problems([folder, .. plugins.Skip(1)]) is { Count: > 0 } foreign)
            return (null, foreign);
        var keys = KeyReader.Read(hub.Child("keys"), secrets, store);
        var audit = hub.Child("audit");
        audit.AllowOnly("head");
        var http = hub.Child("http");
        http.AllowOnly("urls", "tls");
        var urls = http.Optional("urls") ?? "http://127.0.0.1:8080";
        var httpTls = TlsReader.OfServer(http.Child("tls"), secrets);
        if (httpTls is null && urls.Contains("https://", StringComparison.OrdinalIgnoreCase))
            http.Error("tls", "is missing. https needs { \"certificate\": \"file:PATH\", \"key\": \"file:PATH\" }, both PEM.");
        var limits = hub.Child("limits");
        limits.AllowOnly("maxRecordBytes", "largestLoss", "jump", "unprocessedMinutes", "backlog", "requestsPerMinute");
        var signals = hub.Child("signals");
        signals.AllowOnly("bundleWithinDays");
        var sources = ReadInstances(hub, "sources", folder, areSources: true);
        var destinations = ReadInstances(hub, "destinations", folder, areSources: false);
        var partners = PartnershipReader.Read(partnerships, destinations);
        var configuration = new HubConfiguration
        {
            Folder = folder,
            Instance = hub.Optional("instance") ?? Environment.MachineName,
            Store = store,
            Bus = bus,
            Keys = keys ?? new KeyConfiguration([], "", new Dictionary<string, byte[]>()),
            AuditHead = Path.GetFullPath(audit.Optional("head") ?? (store.IsPostgres ? "data/audit.head" : $"{store.Location}.audit-head"), folder),
            Urls = urls,
            HttpTls = httpTls,
            Callers = CallerReader.Read(hub, sources),
            RequestsPerMinute = (int)limits.Number("requestsPerMinute", 3000, 1, 1_000_000),
            MaxRecordBytes = limits.Number("maxRecordBytes", TrialHost.DefaultMaxRecordBytes, 1024, int.MaxValue),
            LargestLoss = limits.Share("largestLoss", 0.2),
            Jump = limits.Factor("jump", 5),
            LongestUnprocessed = TimeSpan.FromMinutes(limits.Number("unprocessedMinutes", 15, 1, 7 * 24 * 60)),
            Backlog = (int)limits.Number("backlog", 5000, 1, 1_000_000),
            BundleWithin = TimeSpan.FromDays(signals.Number("bundleWithinDays", (int)MomentBundling.UsualWindow.TotalDays, 0, 365)),
            Retention = Retention.Read(hub.Child("retention")),
            Otlp = ReadOtlp(hub.Child("telemetry")),
            PluginFolders = plugins,
            Sources = sources,
            Destinations = destinations,
            Partners = partners,
            Authorisations = AuthorisationReader.Read(authorisations, sources, partners),
            Administrators = ReadAdministrators(hub, folder, errors),
            Rules = rules.Rules,
            Rights = rights.Rights,
        };
        return errors.Count == 0 ? (configuration, []) : (null, errors);
    }

    private static SectionReader? Load(string folder, string name, List<string> errors, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        try
        {
            var builder = new ConfigurationBuilder().SetBasePath(folder).AddJsonFile(name, optional: false);
            if (overrides is not null)
                builder.AddEnvironmentVariables("HUB__").AddInMemoryCollection(overrides);
            return new SectionReader(builder.Build(), $"{name}: ", errors);
        }
        catch (FileNotFoundException)
        {
            errors.Add($"{name}: does not exist in the configuration folder. Without it nothing may flow.");
        }
        catch (InvalidDataException exception)
        {
            errors.Add($"{name}: is not valid JSON. {exception.InnerException?.Message ?? exception.Message}");
        }

        return null;
    }

    private static IReadOnlyList<Administrator> ReadAdministrators(SectionReader hub, string folder, List<string> errors) =>
        AdministratorReader.Read(hub, new SectionReader(new ConfigurationBuilder().SetBasePath(folder).AddJsonFile("hub.json").Build(), hub.Path, errors));

    private static StoreConfiguration ReadStore(SectionReader store, Secrets secrets, string folder)
    {
        store.AllowOnly("kind", "path", "connection");
        if (store.OneOf("kind", "sqlite", "sqlite", "postgres") == "sqlite")
        {
            var path = Path.GetFullPath(store.Optional("path") ?? "data/hub.db", folder);
            return new StoreConfiguration(false, path, Path.ChangeExtension(path, ".schedules.db"));
        }

        var connection = Opened(store, "connection", "a reference to a PostgreSQL connection string", secrets);
        // What is wrong with it is not repeated: it holds a password.
        if (connection.Length > 0 && !PostgresTransport.IsConnectionString(connection))
            store.Error("connection", "expected a PostgreSQL connection string behind the reference: Host=...;Database=...;Username=...;Password=...");
        return new StoreConfiguration(true, connection, "");
    }

    private static BusConfiguration ReadBus(SectionReader bus, Secrets secrets)
    {
        bus.AllowOnly("kind", "uri", "tls", "republishAfterSeconds");
        var tls = TlsReader.OfClient(bus.Child("tls"), secrets);
        var republish = TimeSpan.FromSeconds(bus.Number("republishAfterSeconds", 300, 1, 86400));
        if (bus.OneOf("kind", "memory", "memory", "rabbitmq") == "memory")
            return new BusConfiguration(false, null, republish);
        var text = Opened(bus, "uri", "a reference to an AMQP URI (amqp://user:password@host:5672/)", secrets);
        if (text.Length > 0 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps")
        {
            if (tls is not null && uri.Scheme != "amqps")
                bus.Error("tls", "counts for amqps only. Write amqps:// in the URI, or remove it.");
            return new BusConfiguration(true, uri, republish) { Tls = tls };
        }

        if (text.Length > 0)
            bus.Error("uri", "expected an AMQP URI behind the reference: amqp://user:password@host:5672/.");
        return new BusConfiguration(true, null, republish);
    }

    private static Uri? ReadOtlp(SectionReader telemetry)
    {
        telemetry.AllowOnly("otlp");
        if (telemetry.Optional("otlp") is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https" && collector.UserInfo.Length == 0)
            return collector;
        telemetry.Error("otlp", "expected the http(s) address of a collector, without user or password: http://collector:4318.");
        return null;
    }

    private static string Opened(SectionReader section, string key, string expected, Secrets secrets)
    {
        var reference = section.Required(key, expected);
        if (reference.Length == 0)
            return "";
        if (secrets.Problem(reference) is not { } problem)
            return secrets.Open(reference);
        section.Error(key, problem);
        return "";
    }

    private static IReadOnlyList<InstanceConfiguration> ReadInstances(SectionReader hub, string key, string folder, bool areSources)
    {
        var seen = new HashSet<string>();
        var instances = new List<InstanceConfiguration>();
        foreach (var item in hub.Items(key))
        {
            if (areSources)
                item.AllowOnly("id", "adapter", "schedule", "firstLoad", "silence", "options");
            else
                item.AllowOnly("id", "adapter", "options");
            var id = item.Id("id");
            if (id.Length > 0 && !seen.Add(id))
                item.Error("id", $"'{id}' is used twice. Give each its own id.");
            var options = item.Section.GetSection("options");
            instances.Add(new InstanceConfiguration(id, item.Required("adapter", "the id of an installed plugin"), areSources ? item.Optional("schedule") : null, options, item.Path)
            {
                AsksFirstLoad = areSources && item.OneOf("firstLoad", "ask", "ask", "signal") == "ask",
                MayNotFallSilent = areSources && item.OneOf("silence", "alert", "alert", "ignore") == "alert",
                Mapping = HashOf(options["mapping"], folder),
            });
        }

        return instances;
    }

    /// <summary>Null for no file; what is wrong with one tells the plugin.</summary>
    private static string? HashOf(string? file, string folder)
    {
        var path = string.IsNullOrWhiteSpace(file) || file.Contains('\0') ? null : Path.GetFullPath(file, folder);
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;
    }

    private static IReadOnlyList<string> PluginFolders(SectionReader hub, string folder)
    {
        var configured = hub.Texts("plugins").Select(path => Path.GetFullPath(path, folder));
        return [BuiltInPlugins, .. configured];
    }
}
