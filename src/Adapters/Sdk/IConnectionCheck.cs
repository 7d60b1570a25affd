namespace IntegrationHub.Adapters.Sdk;

/// <summary>Tells whether the system behind a source or destination can be reached, without changing anything there.</summary>
public interface IConnectionCheck
{
    /// <summary>Tries it within a few seconds. Does not throw when the system is away: that is a result.</summary>
    Task<CheckResult> CheckAsync(CancellationToken token);
}
