using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Plugins.Instances;

/// <summary>One configured source or destination: what its plugin registered, in a service provider of its own. Disposing it disposes what the plugin made.</summary>
public sealed class PluginInstance : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    internal PluginInstance(Plugin plugin, PluginRole role, InstanceContext context, ServiceProvider provider)
    {
        this.provider = provider;
        (Plugin, Role, Context) = (plugin, role, context);
        // Everything is made now: a constructor that throws is an error of the configuration, not a surprise of the first run.
        Pull = provider.GetService<IPullSource>();
        Push = provider.GetService<IPushSource>();
        Normaliser = provider.GetService<IRecordNormaliser>();
        PayloadReader = provider.GetService<IPayloadReader>();
        View = provider.GetService<IRecordView>();
        Destination = provider.GetService<ISignalDestination>();
        Check = provider.GetService<IConnectionCheck>();
        var told = provider.GetService<ISourceContracts>();
        (GivesAllContracts, Contracts) = (told is not null, told?.Contracts ?? plugin.Manifest?.Contracts ?? []);
    }

    /// <summary>The id in <c>hub.json</c>.</summary>
    public string Id => Context.Id;

    /// <summary>The plugin behind it.</summary>
    public Plugin Plugin { get; }

    /// <summary>What it is configured as.</summary>
    public PluginRole Role { get; }

    /// <summary>What the plugin was told.</summary>
    public InstanceContext Context { get; }

    /// <summary>A source to ask on a schedule; null when it is none.</summary>
    public IPullSource? Pull { get; }

    /// <summary>A source that sends by itself; null when it is none.</summary>
    public IPushSource? Push { get; }

    /// <summary>Never null for a source.</summary>
    public IRecordNormaliser? Normaliser { get; }

    /// <summary>Splits what is posted to the source; null when a body is one record.</summary>
    public IPayloadReader? PayloadReader { get; }

    /// <summary>Shows a record to the person whose data it is; null when its bytes are shown.</summary>
    public IRecordView? View { get; }

    /// <summary>Never null for a destination.</summary>
    public ISignalDestination? Destination { get; }

    /// <summary>Tells whether the system can be reached; null when the plugin cannot say.</summary>
    public IConnectionCheck? Check { get; }

    /// <summary>The contracts that a source gives, or (<see cref="GivesAllContracts"/> false) can give at most: wire names.</summary>
    public IReadOnlyCollection<string> Contracts { get; }

    /// <summary>Whether the source itself told its <see cref="Contracts"/>, as it is configured.</summary>
    public bool GivesAllContracts { get; }

    /// <summary>Makes an instance, or says everything that is wrong with its configuration. Loads the plugin's code when that was not done yet. Never throws.</summary>
    /// <param name="plugin">Which plugin.</param>
    /// <param name="role">What it is configured as.</param>
    /// <param name="context">Which source or destination.</param>
    /// <param name="options">Its <c>options</c> in <c>hub.json</c>.</param>
    /// <param name="services">What the host gives.</param>
    /// <param name="path">Where the options stand, for error messages: <c>sources[0] (ocmw-gent).options</c>.</param>
    public static Task<InstanceResult> CreateAsync(
        Plugin plugin, PluginRole role, InstanceContext context, IConfiguration options, InstanceServices services, string path) =>
        new InstanceBuilder(plugin, role, context, services, path).BuildAsync(options);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
