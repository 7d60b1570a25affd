using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TestPlugins.Good;

/// <summary>A plugin as it should be: everything that can be registered, registered.</summary>
public sealed class GoodAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<GoodOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<GoodOptions>, GoodOptionsValidation>();
        services.AddSingleton<GoodSource>();
        services.AddSingleton<IPullSource>(provider => provider.GetRequiredService<GoodSource>());
        services.AddSingleton<IRecordNormaliser, GoodNormaliser>();
        services.AddSingleton<ISignalDestination, GoodDestination>();
        services.AddSingleton<IConnectionCheck, GoodCheck>();
    }
}
