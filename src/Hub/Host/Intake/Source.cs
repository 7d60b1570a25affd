using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins.Instances;

namespace IntegrationHub.Host.Intake;

/// <summary>A configured source: what was configured, the plugin's instance, and its way in.</summary>
internal sealed record Source(InstanceConfiguration Configuration, PluginInstance Instance, SourceIntake Intake)
{
    public string Id => Configuration.Id;
}
