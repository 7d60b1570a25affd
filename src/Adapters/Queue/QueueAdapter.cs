using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Queue;

/// <summary>Entry type of the queue destination.</summary>
public sealed class QueueAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<QueueOptions>().Bind(options).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QueueOptions>, QueueOptionsValidator>();
        services.AddSingleton<Broker>();
        services.AddSingleton<ISignalDestination, QueueDestination>();
        services.AddSingleton<IConnectionCheck, QueueConnectionCheck>();
    }
}
