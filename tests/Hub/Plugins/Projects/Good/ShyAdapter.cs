using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.Good;

/// <summary>An adapter that cannot be made without an argument, and registers nothing.</summary>
public sealed class ShyAdapter(string argument) : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options) => services.AddSingleton(argument);
}
