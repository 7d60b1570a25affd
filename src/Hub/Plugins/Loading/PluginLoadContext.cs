using System.Reflection;
using System.Runtime.Loader;

namespace IntegrationHub.Plugins.Loading;

/// <summary>
/// The private world of one plugin. Two plugins may ship different versions of one library. Not collectible: plugins are isolated, not unloaded. Managed code is read into memory and never mapped
/// from its file: an upgrade that is copied over a running plugin would change that plugin under way. What is not needed yet is read when it is, and native code is mapped from its file: a plugin that
/// ships native code is upgraded while the hub is stopped.
/// </summary>
sealed class PluginLoadContext(string pluginId, string assemblyFile) : AssemblyLoadContext($"plugin {pluginId}")
{
    private readonly string folder = Path.GetDirectoryName(assemblyFile)!;
    private readonly AssemblyDependencyResolver resolver = new(assemblyFile);

    /// <summary>The files whose code is loaded, as they were.</summary>
    public LoadedFiles Files { get; } = new();

    public Assembly LoadFile(string file)
    {
        var symbols = Path.ChangeExtension(file, ".pdb");
        using var code = new MemoryStream(Files.Read(file), writable: false);
        using var pdb = File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols), writable: false) : null;
        return LoadFromStream(code, pdb);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (SharedAssemblies.Find(assemblyName) is { } ours)
            return ours;
        if (SharedAssemblies.IsFramework(assemblyName))
            return null;
        if (FileOf(assemblyName) is { } file)
            return LoadFile(file);
        if (!string.IsNullOrEmpty(assemblyName.CultureName))
            return null;

        // Null would let the runtime look in the hub's own folder: the plugin would then run on a library that the hub happens to use, and break on its next upgrade.
        throw new FileNotFoundException($"Plugin '{pluginId}' needs {assemblyName.Name} {assemblyName.Version}, which its folder does not hold.", assemblyName.Name + ".dll");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : nint.Zero;

    private string? FileOf(AssemblyName name)
    {
        if (resolver.ResolveAssemblyToPath(name) is { } resolved)
            return resolved;
        var beside = Path.Combine(folder, name.CultureName ?? "", name.Name + ".dll");
        return File.Exists(beside) ? beside : null;
    }
}
