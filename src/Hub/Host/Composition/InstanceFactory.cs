using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Bus;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;
using IntegrationHub.Storage;

namespace IntegrationHub.Host.Composition;

/// <summary>Makes every configured source and destination from its plugin, or says everything that is wrong with their configuration.</summary>
internal sealed class InstanceFactory(
    HubConfiguration configuration, PluginCatalog plugins, IHubStore store, Pseudonymiser pseudonyms, LegalGate gate, WorkSignals signals, TimeProvider time, ILoggerFactory loggers)
{
    private readonly List<string> errors = [];
    private readonly Dictionary<string, string> broken = [];

    /// <summary>What is wrong with the configuration: nothing may start.</summary>
    public IReadOnlyList<string> Errors => errors;

    /// <summary>Sources and destinations that cannot work because their plugin is broken, with the reason: the hub runs on without them.</summary>
    public IReadOnlyDictionary<string, string> Broken => broken;

    public async Task<IReadOnlyList<Source>> CreateSourcesAsync()
    {
        var sources = new List<Source>();
        foreach (var configured in configuration.Sources)
        {
            if (await CreateAsync(configured, PluginRole.Source) is not { } instance)
            {
                if (configured.Schedule is not null && CronText.Problem(configured.Schedule, time) is { } unreadable)
                    errors.Add($"{configured.Path}.schedule: {unreadable}");
                continue;
            }

            if (instance.Pull is null && configured.Schedule is not null)
                errors.Add($"{configured.Path}.schedule: {configured.Id} sends by itself and is asked nothing. Remove the schedule.");
            else if (instance.Pull is not null && CronText.Problem(configured.Schedule, time) is { } problem)
                errors.Add($"{configured.Path}.schedule: {problem}");
            var reader = new RecordReader(configured.Id, instance.Plugin.Manifest!.Version.ToString(), instance.Normaliser!, pseudonyms, gate, configuration.MaxRecordBytes);
            sources.Add(new Source(configured, instance, new SourceIntake(configured.Id, reader, store.Journal, signals, time, loggers.CreateLogger<SourceIntake>())));
        }

        return sources;
    }

    public async Task<IReadOnlyDictionary<string, PluginInstance>> CreateDestinationsAsync()
    {
        var destinations = new Dictionary<string, PluginInstance>();
        foreach (var configured in configuration.Destinations)
        {
            if (await CreateAsync(configured, PluginRole.Destination) is { } instance)
                destinations[configured.Id] = instance;
        }

        return destinations;
    }

    private async Task<PluginInstance?> CreateAsync(InstanceConfiguration configured, PluginRole role)
    {
        if (plugins.Find(configured.Adapter) is not { } plugin)
        {
            errors.Add($"{configured.Path}.adapter: no plugin has the id '{configured.Adapter}'. Installed: {string.Join(", ", plugins.Plugins.Select(one => one.Id).Order(StringComparer.Ordinal))}.");
            return null;
        }

        if (!plugin.Activate())
        {
            broken[configured.Id] = plugin.Problem!;
            loggers.CreateLogger<InstanceFactory>().LogError("{Role} {Id} does not work: its plugin {Plugin} is broken. {Problem}", role, configured.Id, plugin.Id, plugin.Problem);
            return null;
        }

        var services = new InstanceServices
        {
            Time = time,
            Loggers = loggers,
            Secrets = new Secrets(configuration.Folder),
            Caseload = role == PluginRole.Source ? new Caseload(store.Caseload, time) : null,
            State = role == PluginRole.Source ? new SourceState(configured.Id, store.Operations, pseudonyms) : null,
        };
        var context = new InstanceContext(configured.Id, configuration.Folder, configuration.MaxRecordBytes);
        var result = await PluginInstance.CreateAsync(plugin, role, context, configured.Options, services, $"{configured.Path} ({configured.Id}).options");
        errors.AddRange(result.Errors);
        return result.Instance;
    }
}
