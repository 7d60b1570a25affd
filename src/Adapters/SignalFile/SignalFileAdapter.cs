using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.SignalFile;

/// <summary>Entry type: registers the destination, its connection check and its options.</summary>
public sealed class SignalFileAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options) => services.AddDestination<SignalFileDestination, SignalFileOptions>(options);
}
