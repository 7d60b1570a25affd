using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Signals;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Detection;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Composition;

/// <summary>Everything a hub consists of, made from a valid configuration and not yet started.</summary>
internal sealed class HubServices : IAsyncDisposable
{
    private readonly Vault ownVault;

    private HubServices(HubConfiguration configuration, PluginCatalog plugins, IHubStore store, Vault vault) =>
        (Configuration, Plugins, Store, ownVault) = (configuration, plugins, store, vault);

    public HubConfiguration Configuration { get; }

    public PluginCatalog Plugins { get; }

    public IHubStore Store { get; }

    public SourceCatalog Sources { get; private set; } = new([], new Dictionary<string, string>());

    public IReadOnlyDictionary<string, PluginInstance> Destinations { get; private set; } = new Dictionary<string, PluginInstance>();

    public WorkSignals Signals { get; } = new();

    public required Pseudonymiser Pseudonyms { get; init; }

    public required LegalGate Gate { get; init; }

    /// <summary>Makes it, or tells every error in the options of sources and destinations.</summary>
    public static async Task<(HubServices Hub, IReadOnlyList<string> Errors)> CreateAsync(HubConfiguration configuration, ILoggerFactory loggers, TimeProvider time)
    {
        var vault = new Vault(configuration.Keys.SealKeyId, configuration.Keys.SealKeys);
        var pseudonyms = new Pseudonymiser(configuration.Keys.PseudonymKeyId, configuration.Keys.PseudonymKey);
        var store = StoreFactory.Create(configuration.Store, vault, pseudonyms, time, loggers);
        var hub = new HubServices(configuration, new PluginCatalog(configuration.PluginFolders), store, vault)
        {
            Pseudonyms = pseudonyms,
            Gate = new LegalGate(configuration.Authorisations),
        };
        var factory = new InstanceFactory(configuration, hub.Plugins, store, pseudonyms, hub.Gate, hub.Signals, time, loggers);
        var sources = await factory.CreateSourcesAsync();
        hub.Destinations = await factory.CreateDestinationsAsync();
        hub.Sources = new SourceCatalog(sources, factory.Broken);
        return (hub, factory.Errors);
    }

    /// <summary>Makes the store ready for use.</summary>
    /// <exception cref="PermanentFailureException">The keys are not those that the store was filled with.</exception>
    public async Task OpenStoreAsync(CancellationToken token)
    {
        KeyReader.Keep(Configuration.Keys);
        await Store.MigrateAsync(token);
        if (!await Store.Operations.IsKnownKeyAsync($"pseudonym/{Pseudonyms.KeyId}", Pseudonyms.Check(), token)
            || !await Store.Operations.IsKnownKeyAsync($"seal/{ownVault.CurrentKeyId}", ownVault.Check(), token))
        {
            throw new PermanentFailureException(
                "The keys are not those that this store was filled with: every citizen would be made a second time. Put the old keys back (keys in hub.json, or the .keys file beside the database).");
        }
    }

    /// <summary>Registers it all. Schedules only where the hub stays up.</summary>
    public void AddTo(IServiceCollection services, bool withSchedules)
    {
        services.AddSingleton(Configuration);
        services.AddSingleton(Plugins);
        services.AddSingleton(Store);
        services.AddSingleton(Store.Deliveries);
        services.AddSingleton(Sources);
        services.AddSingleton(Signals);
        services.AddSingleton(Pseudonyms);
        services.AddSingleton(Gate);
        services.AddSingleton(new DetectionDecision(new Detector(Detector.DefaultRules), new Router(Configuration.Partners), Gate));
        services.AddSingleton<DetectionHandler>();
        services.AddSingleton<ISourceRunner, SourceRunner>();
        services.AddSingleton<HubBus>();
        services.AddSingleton(new SignalContent(Gate));
        services.AddSingleton<Func<string, ISignalDestination?>>(id => Destinations.GetValueOrDefault(id)?.Destination);
        services.AddSingleton<DeliveryAttempt>();
        services.AddHostedService(provider => provider.GetRequiredService<HubBus>());
        services.AddHostedService<Relay>();
        services.AddHostedService<RecheckWorker>();
        services.AddHostedService<DeliveryWorker>();
        services.AddHostedService<PushSources>();
        if (withSchedules)
            services.AddHubSchedules(Schedules(), SchedulesStore());
    }

    public IReadOnlyList<SourceSchedule> Schedules() =>
        [.. Sources.All.Where(source => source.Instance.Pull is not null).Select(source => new SourceSchedule(source.Id, source.Configuration.Schedule!))];

    public QuartzStore SchedulesStore() =>
        Configuration.Store.IsPostgres ? QuartzStore.PostgreSql(Configuration.Store.Location) : QuartzStore.Sqlite(Configuration.Store.SchedulesFile);

    public async ValueTask DisposeAsync()
    {
        foreach (var source in Sources.All)
            await source.Instance.DisposeAsync();
        foreach (var destination in Destinations.Values)
            await destination.DisposeAsync();
        await Store.DisposeAsync();
        ownVault.Dispose();
        Pseudonyms.Dispose();
    }
}
