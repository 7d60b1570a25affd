using IntegrationHub.Adapters.Sdk;

namespace TestPlugins.Good;

/// <summary>Always there.</summary>
public sealed class GoodCheck : IConnectionCheck
{
    /// <inheritdoc/>
    public Task<CheckResult> CheckAsync(CancellationToken token) => Task.FromResult(new CheckResult(true, "always there"));
}
