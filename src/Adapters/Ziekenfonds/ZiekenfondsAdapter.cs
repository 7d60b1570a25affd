using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Adapters.Ziekenfonds.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Adapters.Ziekenfonds;

/// <summary>Connects a ziekenfonds that puts its notifications as XML files into a folder.</summary>
public sealed class ZiekenfondsAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        // .NET reads encoding="windows-1252" in an XML declaration only after this.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddOptions<ZiekenfondsOptions>().Bind(options).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NotificationFolder>();
        services.AddSingleton<IPullSource, ZiekenfondsSource>();
        services.AddSingleton<IRecordNormaliser, ZiekenfondsNormaliser>();
        services.AddSingleton<IConnectionCheck, ZiekenfondsConnectionCheck>();
    }
}
