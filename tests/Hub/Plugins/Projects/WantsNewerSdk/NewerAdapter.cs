using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.WantsNewerSdk;

/// <summary>Sound code, but its manifest asks for a Sdk that does not exist yet.</summary>
public sealed class NewerAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
    }
}
