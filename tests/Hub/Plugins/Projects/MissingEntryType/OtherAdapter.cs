using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.MissingEntryType;

/// <summary>Sound code, but its manifest names another type.</summary>
public sealed class OtherAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
    }
}
