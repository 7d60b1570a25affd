using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Admin;
using IntegrationHub.Host.Audit;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Detection;
using IntegrationHub.Host.Erasure;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Health;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Database;

namespace IntegrationHub.Host.Composition;

/// <summary>Everything a hub consists of, made from a valid configuration and not yet started.</summary>
internal sealed class HubServices : IAsyncDisposable
{
    private InstanceFactory? instances;
    private ConfigurationOverrides configurationOverrides = new(Values: null);

    private HubServices(HubConfiguration configuration, PluginCatalog plugins, IHubStore store, HubKeys keys)
    {
        (Plugins, Store, Keys) = (plugins, store, keys);
        Wiring = new CurrentWiring(HubWiring.Empty(configuration));
    }

    /// <summary>What the configuration made of this host; a rescan replaces it.</summary>
    public CurrentWiring Wiring { get; }

    public HubConfiguration Configuration => Wiring.Value.Configuration;

    public PluginCatalog Plugins { get; }

    public IHubStore Store { get; }

    public SourceCatalog Sources => Wiring.Value.Sources;

    public IReadOnlyDictionary<string, PluginInstance> Destinations => Wiring.Value.Destinations;

    /// <summary>Who may do what with it on the command line.</summary>
    public Administrators Administrators => new(Configuration.Administrators);

    public LegalGate Gate => Wiring.Value.Gate;

    public WorkSignals Signals { get; } = new();

    public HubKeys Keys { get; }

    public Pseudonymiser Pseudonyms => Keys.Pseudonyms;

    /// <summary>The head of the audit log outside the database.</summary>
    public AuditHeadFile AuditHead => new(Configuration.AuditHead);

    /// <summary>Who was erased, outside the database.</summary>
    public ErasureList Erasures => new($"{Configuration.AuditHead}.erasures");

    /// <summary>What seals the audit log.</summary>
    public AuditKeys AuditKeys => new(Configuration.Keys.AuditKeyId, Configuration.Keys.AuditKeys);

    /// <summary>Makes it, or tells every error in the options of sources and destinations.</summary>
    public static async Task<(HubServices Hub, IReadOnlyList<string> Errors)> CreateAsync(
        HubConfiguration configuration, ILoggerFactory loggers, TimeProvider time, IReadOnlyDictionary<string, string?>? overrides = null)
    {
        var hub = WithStoreOnly(configuration, loggers, time);
        hub.configurationOverrides = new ConfigurationOverrides(overrides);
        hub.instances = new InstanceFactory(hub.Wiring, hub.Plugins, hub.Store, hub.Pseudonyms, hub.Signals, time, loggers);
        var (wiring, errors) = await hub.instances.MakeAsync(configuration);
        if (wiring is not null)
            hub.Wiring.Replace(wiring);
        return (hub, errors);
    }

    /// <summary>With no source and no destination.</summary>
    public static HubServices WithStoreOnly(HubConfiguration configuration, ILoggerFactory loggers, TimeProvider time)
    {
        var keys = new HubKeys(configuration.Keys);
        var store = StoreFactory.Create(configuration.Store, configuration.Bus.IsRabbitMq, keys.Vault, keys.Citizens, time, loggers);
        return new HubServices(configuration, new PluginCatalog(configuration.PluginFolders), store, keys);
    }

    /// <summary>Makes the store ready for use.</summary>
    /// <exception cref="PermanentFailureException">The keys are not those that the store was filled with.</exception>
    public async Task OpenStoreAsync(CancellationToken token)
    {
        KeyFile.Keep(Configuration.Keys);
        if (!Configuration.Store.IsPostgres)
        {
            PrivateFile.MakeEmpty(Configuration.Store.Location);
            PrivateFile.MakeEmpty(Configuration.Store.SchedulesFile);
        }

        await Store.MigrateAsync(token);
        await OpenKeysAsync(token);
    }

    /// <summary>Opens a store that a hub of this version made, for who only looks: makes nothing and brings nothing up to date.</summary>
    /// <exception cref="SchemaException">There is none, or one of another version.</exception>
    /// <exception cref="PermanentFailureException">The keys are not those that the store was filled with.</exception>
    public async Task OpenExistingStoreAsync(CancellationToken token)
    {
        await Store.RequireAsync(token);
        if (Configuration.Keys is { AreNew: true, File: { } file })
            throw new PermanentFailureException($"The store is there and its keys are not: {file} does not exist. Put it back.");
        await OpenKeysAsync(token);
    }

    private async Task OpenKeysAsync(CancellationToken token)
    {
        if (await HubKeys.ProblemAsync(Configuration.Keys, Store, token) is { } problem)
            throw new PermanentFailureException(problem);
        await Keys.OpenAsync(Store, token);
    }

    /// <summary>Registers it all. Schedules only where the hub stays up.</summary>
    public void AddTo(IServiceCollection services, bool withSchedules)
    {
        services.AddSingleton(Configuration);
        services.AddSingleton(Plugins);
        services.AddSingleton(Store);
        services.AddSingleton(Store.Deliveries);
        services.AddSingleton(Wiring);
        services.AddSingleton(instances!);
        services.AddSingleton(Signals);
        services.AddSingleton(Keys);
        services.AddSingleton(Pseudonyms);
        services.AddSingleton<Func<DetectionDecision>>(() => Wiring.Value.Decision);
        services.AddSingleton<Func<string, DeliveryWay>>(_ => WayTo);
        services.AddSingleton<BusPulse>();
        services.AddSingleton<SealPulse>();
        services.AddSingleton<HubHealth>();
        services.AddSingleton<DetectionHandler>();
        services.AddSingleton<Backlog>();
        services.AddSingleton<SourceRunner>();
        services.AddSingleton<ISourceRunner>(provider => provider.GetRequiredService<SourceRunner>());
        services.AddSingleton<HubBus>();
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton(this);
        // The first to start is the last to stop: what the workers told while they stopped is sealed too.
        services.AddHostedService<AuditSealing>();
        services.AddHostedService(provider => provider.GetRequiredService<HubBus>());
        services.AddHostedService<Relay>();
        // In memory nobody can follow.
        if (Configuration.Bus.IsRabbitMq)
            services.AddHostedService<EventRelay>();
        services.AddHostedService<TelemetryExport>();
        services.AddHostedService<RecheckWorker>();
        services.AddHostedService<DeliveryWorker>();
        services.AddHubDoor();
        services.AddSingleton<PushSources>();
        services.AddHostedService(provider => provider.GetRequiredService<PushSources>());
        if (!withSchedules)
            return;
        services.AddHubSchedules(Wiring.Value.Schedules, SchedulesStore());
        services.AddSingleton(configurationOverrides);
        services.AddSingleton<RetiredInstances>();
        services.AddSingleton<Rescan>();
        services.AddSingleton<Func<CancellationToken, Task<RescanReport>>>(provider => provider.GetRequiredService<Rescan>().RunAsync);
        services.AddHostedService<HostPresence>();
        services.AddSingleton<HubAlerts>();
        services.AddSingleton<SilenceWatch>();
        services.AddSingleton<UndeliveredWatch>();
        services.AddSingleton<SealWatch>();
        services.AddHostedService<HealthWatch>();
        services.AddSingleton<RetentionClock>();
        services.AddHostedService<RetentionWorker>();
    }

    /// <summary>How a delivery goes now. Both of one wiring: no signal may be made by one configuration and sent by another.</summary>
    public DeliveryWay WayTo(string destination)
    {
        var wiring = Wiring.Value;
        return new DeliveryWay(wiring.Content, wiring.Destinations.GetValueOrDefault(destination)?.Destination);
    }

    public QuartzStore SchedulesStore() =>
        Configuration.Store.IsPostgres ? QuartzStore.PostgreSql(Configuration.Store.Location) : QuartzStore.Sqlite(Configuration.Store.SchedulesFile);

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Wiring.Value.Instances)
            await instance.DisposeAsync();
        await Store.DisposeAsync();
        Keys.Dispose();
    }
}
