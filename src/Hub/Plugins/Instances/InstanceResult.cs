using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Plugins.Instances;

/// <summary>An instance, or every reason why there is none.</summary>
/// <param name="Instance">The instance; null when there are errors.</param>
/// <param name="Errors">Sentences that begin with the configuration path; empty when there is an instance.</param>
public sealed record InstanceResult(PluginInstance? Instance, IReadOnlyList<string> Errors)
{
    /// <summary>Whether there is an instance.</summary>
    [MemberNotNullWhen(true, nameof(Instance))]
    public bool IsCreated => Instance is not null;
}
