using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Plugins.Manifest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Plugins.Instances;

/// <summary>Lets a plugin register, validates the options and makes the instance. A plugin that throws on the way yields a sentence.</summary>
sealed class InstanceBuilder(Plugin plugin, PluginRole role, InstanceContext context, InstanceServices host, string path)
{
    private string Role => role.ToString().ToLowerInvariant();

    public async Task<InstanceResult> BuildAsync(IConfiguration options)
    {
        if (ProblemOfPlugin() is { } unusable)
            return new(null, [$"{path}: {unusable}"]);
        if (plugin.Mapping is { } mapping)
        {
            if (options[AdapterManifest.MappingOption] is not null)
                return new(null, [$"{path}.{AdapterManifest.MappingOption}: plugin '{plugin.Id}' has a mapping of its own. Remove the option, or name the adapter '{AdapterManifest.MappingRunner}' to use another file."]);
            options = new ConfigurationBuilder().AddConfiguration(options).AddInMemoryCollection([new(AdapterManifest.MappingOption, mapping)]).Build();
        }

        // Binding stops at the first value it cannot convert. Without that value it gets to the next, so that all are reported at once.
        var tracked = new TrackedOptions(options);
        var unreadable = new List<string>();
        while (true)
        {
            var (instance, errors, place) = await AttemptAsync(tracked);
            if (place is not null && tracked.Hide(place))
                unreadable.AddRange(errors);
            else if (unreadable.Count + errors.Count == 0)
                return new(instance, []);
            else
                return await RefuseAsync(instance, [.. unreadable, .. errors]);
        }
    }

    private string? ProblemOfPlugin()
    {
        if (plugin.Manifest is { } manifest && !manifest.Provides.Contains(role))
            return $"plugin '{plugin.Id}' is no {Role}: its adapter.json provides {string.Join(", ", manifest.Provides).ToLowerInvariant()}. Name another adapter.";
        return plugin.Activate() ? null : $"plugin '{plugin.Id}' is broken. {plugin.Problem}";
    }

    private async Task<(PluginInstance? Instance, IReadOnlyList<string> Errors, string? Unreadable)> AttemptAsync(TrackedOptions options)
    {
        ServiceProvider? provider = null;
        var doing = $"plugin '{plugin.Id}' failed in Register";
        try
        {
            var services = HostServices();
            plugin.Adapter!.Register(services, options);
            doing = $"plugin '{plugin.Id}' failed to make what it registered";
            provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
            var invalid = OptionErrors.Validate(provider, path);
            if (invalid.Count > 0)
            {
                await DisposeAsync(provider);
                return (null, [.. invalid, .. options.UnknownOptions(path)], null);
            }

            var instance = new PluginInstance(plugin, role, context, provider);
            return (instance, [.. options.UnknownOptions(path), .. MissingServices(instance)], null);
        }
        catch (Exception e)
        {
            if (provider is not null)
                await DisposeAsync(provider);
            return (null, OptionErrors.Of(e, path, doing), OptionErrors.UnreadableIn(e));
        }
    }

    private ServiceCollection HostServices()
    {
        var services = new ServiceCollection();
        services.AddOptions();
        services.AddSingleton<ILoggerFactory>(new InstanceLoggerFactory(host.Loggers, context.Id));
        services.AddLogging();
        services.AddSingleton(host.Time).AddSingleton(host.Secrets).AddSingleton(context);
        if (host.Caseload is { } caseload)
            services.AddSingleton(caseload);
        if (host.State is { } state)
            services.AddSingleton(state);
        return services;
    }

    private IEnumerable<string> MissingServices(PluginInstance instance)
    {
        if (role == PluginRole.Source && instance.Normaliser is null)
            yield return $"{path}: plugin '{plugin.Id}' registered no IRecordNormaliser, which a source needs. Ask its maker to mend it.";
        if (role == PluginRole.Destination && instance.Destination is null)
            yield return $"{path}: plugin '{plugin.Id}' registered no ISignalDestination, which a destination needs. Ask its maker to mend it.";
    }

    private async Task<InstanceResult> RefuseAsync(PluginInstance? instance, IReadOnlyList<string> errors)
    {
        if (instance is not null)
            await DisposeAsync(instance);
        return new(null, errors);
    }

    // A plugin whose disposal throws must not hide why it was not made.
    private async Task DisposeAsync(IAsyncDisposable made)
    {
        try
        {
            await made.DisposeAsync();
        }
        catch (Exception e)
        {
            host.Loggers.CreateLogger<PluginInstance>().LogWarning("Plugin {Plugin} failed while it was cleaned up: {Thrown}", plugin.Id, Thrown.Describe(e));
        }
    }
}
