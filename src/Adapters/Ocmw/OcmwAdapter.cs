using IntegrationHub.Adapters.Ocmw.Exports;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ocmw;

/// <summary>Connects an OCMW that exports its data as CSV files into a folder.</summary>
public sealed class OcmwAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<OcmwOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<OcmwOptions>, OcmwOptionsValidator>();
        services.AddSingleton<ExportFolder>();
        services.AddSingleton<IPullSource, OcmwSource>();
        services.AddSingleton<IRecordNormaliser, OcmwNormaliser>();
        services.AddSingleton<IConnectionCheck, OcmwConnectionCheck>();
    }
}
