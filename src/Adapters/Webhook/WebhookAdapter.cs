using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Webhook;

/// <summary>Entry type of the webhook destination.</summary>
public sealed class WebhookAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        services.AddOptions<WebhookOptions>().Bind(options).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>();
        services.AddSingleton<WebhookHttp>();
        services.AddSingleton<ISignalDestination, WebhookDestination>();
        services.AddSingleton<IConnectionCheck, WebhookConnectionCheck>();
    }
}
