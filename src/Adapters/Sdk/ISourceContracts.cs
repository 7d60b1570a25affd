namespace IntegrationHub.Adapters.Sdk;

/// <summary>
/// The contracts that a source gives as it is configured, so that <c>hub config check</c> can tell which of them no authorisation names. Optional: without it, all <c>contracts</c> of its adapter.json
/// are taken to be possible.
/// </summary>
public interface ISourceContracts
{
    /// <summary>Wire names: <c>employment-ended</c>.</summary>
    IReadOnlyCollection<string> Contracts { get; }
}
