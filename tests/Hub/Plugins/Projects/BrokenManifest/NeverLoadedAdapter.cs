using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.BrokenManifest;

/// <summary>Sound code, but its manifest is wrong throughout.</summary>
public sealed class NeverLoadedAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
    }
}
