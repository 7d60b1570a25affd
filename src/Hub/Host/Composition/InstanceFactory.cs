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
using IntegrationHub.Storage.Loads;

namespace IntegrationHub.Host.Composition;

/// <summary>
/// Makes the sources and destinations of a configuration from their plugins, and takes over from the wiring that counts now what is configured as it was; or says everything that is wrong.
/// </summary>
internal sealed class InstanceFactory(
    CurrentWiring current, PluginCatalog plugins, IHubStore store, Pseudonymiser pseudonyms, WorkSignals signals, TimeProvider time, ILoggerFactory loggers)
{
    /// <summary>The wiring; or every error, and then nothing that was made for it is left.</summary>
    public async Task<(HubWiring? Wiring, IReadOnlyList<string> Errors)> MakeAsync(HubConfiguration configuration)
    {
        var making = new Making(configuration, current.Value);
        var sources = new List<Source>();
        foreach (var configured in configuration.Sources)
        {
            if (await SourceAsync(making, configured) is { } source)
                sources.Add(source);
        }

        var destinations = new Dictionary<string, PluginInstance>();
        foreach (var configured in configuration.Destinations)
        {
            if (await InstanceAsync(making, configured, PluginRole.Destination) is { } instance)
                destinations[configured.Id] = instance;
        }

        if (making.Errors.Count == 0)
            return (new HubWiring(configuration, new SourceCatalog(sources, making.Broken), destinations), []);
        foreach (var made in making.Made)
            await made.DisposeAsync();
        return (null, making.Errors);
    }

    private async Task<Source?> SourceAsync(Making making, InstanceConfiguration configured)
    {
        var instance = await InstanceAsync(making, configured, PluginRole.Source);
        var isAsked = instance is null ? configured.Schedule is not null : instance.Pull is not null;
        if (isAsked && CronText.Problem(configured.Schedule, time) is { } problem)
            making.Errors.Add($"{configured.Path}.schedule: {problem}");
        if (instance is null)
            return null;
        if (instance.Pull is null && configured.Schedule is not null)
            making.Errors.Add($"{configured.Path}.schedule: {configured.Id} sends by itself and is asked nothing. Remove the schedule.");
        if (making.Former.Sources.Find(configured.Id) is { } former && former.Instance == instance)
            return former with { Configuration = configured };
        var reader = new RecordReader(
            configured.Id, instance.Plugin.Manifest!.Version.ToString(), instance.Normaliser!, pseudonyms, () => current.Value.Gate, making.Configuration.MaxRecordBytes);
        var guard = new LoadGuard(configured.AsksFirstLoad, instance.Pull is null ? LoadGuard.FirstOfPush : null, making.Configuration.Jump);
        return new Source(configured, instance, new SourceIntake(configured.Id, reader, making.Configuration.LargestLoss, guard, store.Journal, signals, time, loggers.CreateLogger<SourceIntake>()));
    }

    private async Task<PluginInstance?> InstanceAsync(Making making, InstanceConfiguration configured, PluginRole role)
    {
        if (plugins.Find(configured.Adapter) is not { } plugin)
        {
            making.Errors.Add($"{configured.Path}.adapter: no plugin has the id '{configured.Adapter}'. Installed: {string.Join(", ", plugins.Plugins.Select(one => one.Id).Order(StringComparer.Ordinal))}.");
            return null;
        }

        if (making.TakeOver(configured, role, plugin) is { } unchanged)
            return unchanged;
        if (!plugin.Activate())
        {
            making.Broken[configured.Id] = plugin.Problem!;
            loggers.CreateLogger<InstanceFactory>().LogError("{Role} {Id} does not work: its plugin {Plugin} is broken. {Problem}", role, configured.Id, plugin.Id, plugin.Problem);
            return null;
        }

        var services = new InstanceServices
        {
            Time = time,
            Loggers = loggers,
            Secrets = new Secrets(making.Configuration.Folder),
            Caseload = role == PluginRole.Source ? new Caseload(store.Caseload, time) : null,
            State = role == PluginRole.Source ? new SourceState(configured.Id, store.Operations, pseudonyms) : null,
        };
        var context = new InstanceContext(configured.Id, making.Configuration.Folder, making.Configuration.MaxRecordBytes);
        var result = await PluginInstance.CreateAsync(plugin, role, context, configured.Options, services, $"{configured.Path} ({configured.Id}).options");
        making.Errors.AddRange(result.Errors);
        if (result.Instance is not null)
            making.Made.Add(result.Instance);
        return result.Instance;
    }

    /// <summary>One wiring under way.</summary>
    private sealed record Making(HubConfiguration Configuration, HubWiring Former)
    {
        public List<string> Errors { get; } = [];

        /// <summary>Sources and destinations that cannot work because their plugin is broken, with the reason: the hub runs on without them.</summary>
        public Dictionary<string, string> Broken { get; } = [];

        public List<PluginInstance> Made { get; } = [];

        /// <summary>The instance there is, when it works and nothing it was made from is configured otherwise now.</summary>
        public PluginInstance? TakeOver(InstanceConfiguration configured, PluginRole role, Plugin plugin)
        {
            var (before, instance) = role == PluginRole.Source
                ? (Former.Configuration.Sources.FirstOrDefault(one => one.Id == configured.Id), Former.Sources.Find(configured.Id)?.Instance)
                : (Former.Configuration.Destinations.FirstOrDefault(one => one.Id == configured.Id), Former.Destinations.GetValueOrDefault(configured.Id));
            return before is not null && instance?.Plugin == plugin && ConfigurationDifference.IsSameInstance(before, configured) ? instance : null;
        }
    }
}
