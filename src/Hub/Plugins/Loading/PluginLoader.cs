using System.Reflection;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Loading;

/// <summary>Checks a plugin's folder and brings its entry type to life. Whatever goes wrong ends as one sentence.</summary>
static class PluginLoader
{
    /// <summary>What can be seen without loading code; null when nothing is wrong.</summary>
    public static string? ProblemBeforeLoading(AdapterManifest manifest, string folder)
    {
        var file = Path.Combine(folder, AdapterManifest.FileName);
        var current = SdkVersion.Current.ToString(3);
        if (manifest.Sdk.AsksForNewerThan(SdkVersion.Current))
            return $"{file}: $.sdk asks for Sdk {manifest.Sdk}, but this hub has {current}. Upgrade the hub, or use an older version of plugin '{manifest.Id}'.";
        if (manifest.Sdk.AsksForOlderThan(SdkVersion.Current))
            return $"{file}: $.sdk asks for Sdk {manifest.Sdk}, but this hub has {current}. Use a newer version of plugin '{manifest.Id}'.";
        var shipped = SharedAssemblies.FilesNotToShip.Where(name => File.Exists(Path.Combine(folder, name))).ToList();
        if (shipped.Count > 0)
        {
            return $"{folder}: plugin '{manifest.Id}' ships its own {string.Join(" and ", shipped)}, which the hub supplies. In the plugin's project put Private=\"false\" ExcludeAssets=\"runtime\" "
                + "on the references to the Sdk and to Contracts (name both; as packages: ExcludeAssets=\"runtime\"), remove these files and build again.";
        }

        if (!manifest.HasCode)
            return File.Exists(Path.Combine(folder, manifest.Mapping)) ? null : $"{file}: $.mapping names '{manifest.Mapping}', which is not in this folder. Copy it there, or correct the name.";
        return File.Exists(Path.Combine(folder, manifest.Assembly))
            ? null
            : $"{file}: $.assembly names '{manifest.Assembly}', which is not in this folder. Copy the whole build output, or correct the name.";
    }

    /// <summary>Loads the assembly in a context of its own and makes the entry type.</summary>
    public static (IAdapter? Adapter, LoadedFiles? Files, string? Problem) Load(AdapterManifest manifest, string folder)
    {
        if (!manifest.HasCode)
            throw new ArgumentException($"Plugin '{manifest.Id}' has no code to load.", nameof(manifest));
        var assemblyFile = Path.GetFullPath(Path.Combine(folder, manifest.Assembly));
        try
        {
            var context = new PluginLoadContext(manifest.Id, assemblyFile);
            var type = context.LoadFile(assemblyFile).GetType(manifest.EntryType, throwOnError: false);
            var problem = type is null ? "is not in that assembly" : ProblemOf(type);
            return problem is null
                ? ((IAdapter)Activator.CreateInstance(type!)!, context.Files, null)
                : (null, null, $"{Path.Combine(folder, AdapterManifest.FileName)}: $.entryType '{manifest.EntryType}' {problem}. Correct the name or {manifest.Assembly}.");
        }
        catch (BadImageFormatException)
        {
            return (null, null, $"{assemblyFile}: is not a .NET assembly that this machine can load. Build plugin '{manifest.Id}' again.");
        }
        catch (Exception e)
        {
            // The type and never the message: a plugin may put anything in it.
            return (null, null, $"{folder}: plugin '{manifest.Id}' failed while its entry type {manifest.EntryType} was made: {Thrown.Describe(e)}. Ask its maker to mend it.");
        }
    }

    /// <summary>The code of the plugin that runs mappings, for a plugin that has nothing but one.</summary>
    public static (IAdapter? Adapter, LoadedFiles? Files, string? Problem) LoadMapping(string mapping, Plugin plugin, Plugin? runner)
    {
        const string Id = AdapterManifest.MappingRunner;
        if (runner is null)
            return (null, null, $"{plugin.Folder}: plugin '{plugin.Id}' has a mapping and no code: it runs on plugin '{Id}', which is not installed. Put '{Id}' in a plugin folder of the hub.");
        if (!runner.Activate())
            return (null, null, $"{plugin.Folder}: plugin '{plugin.Id}' runs on plugin '{Id}', which is broken. {runner.Problem}");
        try
        {
            var files = new LoadedFiles();
            files.Read(mapping);
            return (runner.Adapter, files, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, null, $"{mapping}: cannot be read ({e.GetType().Name}). Check that it exists and that the hub may read it.");
        }
    }

    private static string? ProblemOf(Type type)
    {
        if (!typeof(IAdapter).IsAssignableFrom(type))
            return "does not implement IAdapter";
        if (type.IsAbstract)
            return "is abstract";
        return type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is null ? "has no public constructor without parameters" : null;
    }
}
