using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Bundling;
using IntegrationHub.Host.Configuration;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Host.Doors;
using IntegrationHub.Host.Intake;
using IntegrationHub.Host.Scheduling;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Host.Composition;

/// <summary>What a configuration makes of this host: one immutable whole. A rescan puts another in its place (<see cref="CurrentWiring"/>).</summary>
internal sealed class HubWiring
{
    public HubWiring(HubConfiguration configuration, SourceCatalog sources, IReadOnlyDictionary<string, PluginInstance> destinations)
    {
        (Configuration, Sources, Destinations) = (configuration, sources, destinations);
        Gate = new LegalGate(configuration.Authorisations);
        Rules = new RuleSet(configuration.Rules, configuration.Partners);
        Decision = new DetectionDecision(Rules, new Router(configuration.Partners), Gate, new MomentBundling(configuration.BundleWithin));
        Callers = new CallerSet(configuration.Callers);
        Content = new SignalContent(Rules, new RightSet(configuration.Rights, configuration.Partners), Gate, configuration.Partners);
    }

    public HubConfiguration Configuration { get; }

    public SourceCatalog Sources { get; }

    public IReadOnlyDictionary<string, PluginInstance> Destinations { get; }

    public LegalGate Gate { get; }

    public RuleSet Rules { get; }

    public DetectionDecision Decision { get; }

    /// <summary>Who is let in over HTTP.</summary>
    public CallerSet Callers { get; }

    public SignalContent Content { get; }

    /// <summary>Of all sources and destinations that work.</summary>
    public IEnumerable<PluginInstance> Instances => Sources.All.Select(source => source.Instance).Concat(Destinations.Values);

    /// <summary>When each pull source runs.</summary>
    public IReadOnlyList<SourceSchedule> Schedules =>
        [.. Sources.All.Where(source => source.Instance.Pull is not null).Select(source => new SourceSchedule(source.Id, source.Configuration.Schedule!))];

    /// <summary>Of a hub that has not made anything yet.</summary>
    public static HubWiring Empty(HubConfiguration configuration) => new(configuration, new SourceCatalog([], new Dictionary<string, string>()), new Dictionary<string, PluginInstance>());
}
