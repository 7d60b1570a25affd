using IntegrationHub.Core.Backtest;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Rules;
using IntegrationHub.Storage.History;

namespace IntegrationHub.Host.Backtest;

/// <summary>The journal of a configuration folder with its rules, opened to be read: no schema is brought up to date, no key is kept, nothing is written.</summary>
internal sealed class OpenedJournal : IAsyncDisposable
{
    private readonly HubServices hub;
    private readonly DateTimeOffset now;

    private OpenedJournal(HubServices hub, KnownThen known, DateTimeOffset now) => (this.hub, Known, this.now) = (hub, known, now);

    public IHistoryStore History => hub.Store.History;

    public KnownThen Known { get; }

    public RuleSet Active => hub.Wiring.Value.Rules;

    public TimeSpan BundleWithin => hub.Configuration.BundleWithin;

    /// <summary>Opens it, or tells every mistake.</summary>
    public static async Task<(OpenedJournal? Journal, IReadOnlyList<string> Mistakes)> OpenAsync(string folder, ILoggerFactory loggers, TimeProvider time, CancellationToken token)
    {
        var (configuration, errors) = HubConfigurationReader.Read(folder);
        if (configuration is null)
            return (null, errors);
        // To open a file that does not exist would make it.
        if (!configuration.Store.IsPostgres && !File.Exists(configuration.Store.Location))
            return (null, [Empty]);
        var services = HubServices.WithStoreOnly(configuration, loggers, time);
        if (await services.Store.History.ExistsAsync(token))
            return (new OpenedJournal(services, new KnownThen(await services.Store.History.LoadsAsync(token)), time.GetUtcNow()), []);
        await services.DisposeAsync();
        return (null, [Empty]);
    }

    private const string Empty = "The store in hub.json holds no journal of this version of the hub yet: there is no history to read. Run the hub first: hub run --config DIR.";

    public RulesUnderTest With(RuleSet rules) => new(rules, Known, new Router(hub.Configuration.Partners), new LegalGate(hub.Configuration.Authorisations), now);

    /// <summary>The rules of another folder, among the same partners.</summary>
    public (RuleSet? Rules, IReadOnlyList<string> Mistakes) Read(string rules)
    {
        var reading = RuleFolder.Read(Path.GetFullPath(rules), [.. hub.Configuration.Rights.Select(right => right.Id)]);
        return reading.Mistakes.Count == 0 ? (new RuleSet(reading.Rules, hub.Configuration.Partners), []) : (null, reading.Mistakes);
    }

    public ValueTask DisposeAsync() => hub.DisposeAsync();
}
