using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.ThrowsInRegister;

/// <summary>Fails when a source is made of it; the message holds what must not be shown.</summary>
public sealed class ThrowingAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options) => throw new InvalidTimeZoneException("a secret that no log may show");
}
