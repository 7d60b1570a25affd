using IntegrationHub.Host.Configuration;
using IntegrationHub.Plugins;
using IntegrationHub.Plugins.Checking.Trial;
using IntegrationHub.Plugins.Instances;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Host.Trial;

/// <summary>Makes the instance that a trial reads: of a mapping file, or of a source in a configuration folder. No store and no keys are opened.</summary>
internal sealed class TrialSource(string? configurationFolder, IReadOnlyDictionary<string, string?> settings, ILoggerFactory loggers)
{
    private const string OptionsHere = "--set";

    /// <summary>The instance, or everything that is wrong with it.</summary>
    /// <param name="source">A mapping file; where there is none, the id of a source in the configuration folder.</param>
    public Task<InstanceResult> OpenAsync(string source) => File.Exists(source) ? OpenFileAsync(Path.GetFullPath(source)) : OpenConfiguredAsync(source);

    private async Task<InstanceResult> OpenFileAsync(string file)
    {
        var (configuration, errors) = configurationFolder is null ? (null, []) : HubConfigurationReader.Read(configurationFolder);
        if (errors.Count > 0)
            return new(null, errors);
        var folder = configuration?.Folder ?? Path.GetDirectoryName(file)!;
        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection([new("mapping", file)]).Build();
        var result = await CreateAsync(configuration, AdapterManifest.MappingRunner, IdOf(file), folder, options, OptionsHere);
        return result with { Errors = [.. result.Errors.Select(error => InFile(error, file))] };
    }

    private async Task<InstanceResult> OpenConfiguredAsync(string id)
    {
        if (configurationFolder is null)
            return new(null, [$"{id}: there is no file {Path.GetFullPath(id)}. Give a mapping file, or the id of a source together with --config DIR."]);
        var (configuration, errors) = HubConfigurationReader.Read(configurationFolder);
        if (configuration is null)
            return new(null, errors);
        if (configuration.Sources.FirstOrDefault(one => one.Id == id) is not { } source)
            return new(null, [$"{id}: there is no file {Path.GetFullPath(id)}, and no source with this id in hub.json. There are: {string.Join(", ", configuration.Sources.Select(one => one.Id))}."]);
        var options = new ConfigurationBuilder().AddConfiguration(source.Options).AddInMemoryCollection(settings).Build();
        return await CreateAsync(configuration, source.Adapter, id, configuration.Folder, options, $"{source.Path} ({id}).options");
    }

    private async Task<InstanceResult> CreateAsync(HubConfiguration? configuration, string adapter, string id, string folder, IConfiguration options, string path)
    {
        var catalog = new PluginCatalog(configuration?.PluginFolders ?? [HubConfigurationReader.BuiltInPlugins]);
        if (catalog.Find(adapter) is not { } plugin)
            return new(null, [$"{path}: no plugin has the id '{adapter}'. Installed: {string.Join(", ", catalog.Plugins.Select(one => one.Id).Order(StringComparer.Ordinal))}."]);
        var host = new TrialHost
        {
            Plugin = plugin,
            Role = PluginRole.Source,
            Id = id,
            ConfigurationFolder = folder,
            MaxRecordBytes = configuration?.MaxRecordBytes ?? TrialHost.DefaultMaxRecordBytes,
            Secrets = new Secrets(folder),
            Loggers = loggers,
        };
        return await host.CreateAsync(options, path);
    }

    // A mistake in the file says itself where it is; only what was given as an option stands in --set.
    private static string InFile(string error, string file)
    {
        var place = $"{OptionsHere}: {Path.GetFileName(file)}(";
        return error.StartsWith(place, StringComparison.Ordinal) ? error[(OptionsHere.Length + 2)..] : error;
    }

    private static string IdOf(string file)
    {
        var name = string.Concat(Path.GetFileNameWithoutExtension(file).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return name.Length > 0 ? name : "source";
    }
}
