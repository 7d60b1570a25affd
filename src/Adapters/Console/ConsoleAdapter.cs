using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Console;

/// <summary>Entry type of the console destination.</summary>
public sealed class ConsoleAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<ConsoleOptions>().Bind(options).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConsoleOptions>, ConsoleOptionsValidator>();
        services.AddSingleton<ISignalDestination, ConsoleDestination>();
        services.AddSingleton<IConnectionCheck, ConsoleConnectionCheck>();
    }
}
