using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.Good;

/// <summary>Registers a destination and forgets what that needs.</summary>
public sealed class ForgetfulAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        if (options["forget"] == "dependency")
            services.AddSingleton<ISignalDestination, ForgetfulDestination>();
    }

    private sealed class ForgetfulDestination(HttpClient client) : ISignalDestination
    {
        public Task<DeliveryResult> DeliverAsync(SignalReady signal, CancellationToken token) => Task.FromResult(DeliveryResult.Delivered(client.BaseAddress?.Host));
    }
}
