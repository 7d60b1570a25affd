using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TestPlugins.Greeting;

namespace TestPlugins.UsesGreetingOne;

/// <summary>Rejects every record with the words of its own version of a library.</summary>
public sealed class GreetingAdapter : IAdapter, IRecordNormaliser
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options) => services.AddSingleton<IRecordNormaliser>(this);

    /// <inheritdoc/>
    public Normalised Normalise(SourceRecord record) => Normalised.Reject(new Rejection("greeting", Greeter.Greet(), "Say it back."));
}
