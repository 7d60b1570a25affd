using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TestPlugins.Good;

/// <summary>Runs mappings, as far as a plugin without code can tell: it says which file it was given.</summary>
public sealed class MappingAdapter : IAdapter
{
    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration options)
    {
        var mapping = new CheckResult(true, $"{options["mapping"]} for {options["partner"]}");
        services.AddSingleton<IRecordNormaliser, GoodNormaliser>();
        services.AddSingleton<IConnectionCheck>(new MappingCheck(mapping));
    }

    private sealed class MappingCheck(CheckResult result) : IConnectionCheck
    {
        public Task<CheckResult> CheckAsync(CancellationToken token) => Task.FromResult(result);
    }
}
