using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.ShipsOwnSdk;

/// <summary>Sound code, but its folder holds a copy of the Sdk.</summary>
public sealed class OwnSdkAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
    }
}
