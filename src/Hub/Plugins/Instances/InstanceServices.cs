using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Instances;

/// <summary>What the host gives to one source or destination. Nothing of it is disposed with the instance.</summary>
public sealed record InstanceServices
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Where logs go; the instance's id is added to every category.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>Opens references to secrets.</summary>
    public required ISecrets Secrets { get; init; }

    /// <summary>The citizens whom the partners help; null for a destination.</summary>
    public ICaseload? Caseload { get; init; }

    /// <summary>The source's own small memory; null for a destination.</summary>
    public ISourceState? State { get; init; }
}
