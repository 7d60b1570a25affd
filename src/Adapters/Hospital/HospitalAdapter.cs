using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>The entry type of the plugin.</summary>
public sealed class HospitalAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<HospitalOptions>().Bind(options).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HospitalOptions>, HospitalOptionsValidator>();
        services.AddSingleton<IRecordNormaliser, HospitalNormaliser>();
        services.AddSingleton<IPayloadReader, HospitalPayloadReader>();
        services.AddSingleton<HospitalSource>();
        services.AddSingleton<IConnectionCheck, HospitalConnectionCheck>();
        // A hospital that only posts over HTTP needs no listener.
        if (options.GetSection("mllp").Exists())
            services.AddSingleton<IPushSource>(provider => provider.GetRequiredService<HospitalSource>());
    }
}
