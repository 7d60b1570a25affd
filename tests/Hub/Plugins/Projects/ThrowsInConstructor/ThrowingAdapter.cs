using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.ThrowsInConstructor;

/// <summary>Fails as soon as it is made; the message holds what must not be shown.</summary>
public sealed class ThrowingAdapter : IAdapter
{
    /// <summary>Throws.</summary>
    public ThrowingAdapter() => throw new InvalidTimeZoneException("a secret that no log may show");

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
    }
}
