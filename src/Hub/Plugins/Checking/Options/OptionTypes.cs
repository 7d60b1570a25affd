using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Plugins.Checking.Options;

/// <summary>Which types a plugin binds its options to.</summary>
internal static class OptionTypes
{
    /// <summary>What <paramref name="adapter"/> registered with <c>Bind</c>, in its order. What a plugin throws comes out.</summary>
    public static IReadOnlyList<Type> Of(IAdapter adapter, JsonObject sample)
    {
        using var json = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sample.ToJsonString()));
        var services = new ServiceCollection();
        adapter.Register(services, new ConfigurationBuilder().AddJsonStream(json).Build());
        return [.. services.Where(service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IOptionsChangeTokenSource<>))
            .Select(service => service.ServiceType.GetGenericArguments()[0]).Distinct()];
    }
}
