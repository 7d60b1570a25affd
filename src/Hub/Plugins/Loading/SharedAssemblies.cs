using System.Reflection;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Plugins.Loading;

/// <summary>
/// The assemblies a plugin shares with the hub: its types must be one and the same on both sides. That is Contracts, the Sdk and the two shared frameworks, which hold the
/// Microsoft.Extensions abstractions.
/// </summary>
static class SharedAssemblies
{
    private static readonly Assembly[] Ours = [typeof(IAdapter).Assembly, typeof(Fact).Assembly];

    private static readonly HashSet<string> Framework = FrameworkNames();

    /// <summary>File names a plugin folder may not hold: with a copy of its own, its IAdapter would be another type than the hub's.</summary>
    public static IReadOnlyList<string> FilesNotToShip { get; } = [.. Ours.Select(assembly => assembly.GetName().Name + ".dll")];

    /// <summary>Contracts or the Sdk, exactly as the hub uses them; null for any other name.</summary>
    public static Assembly? Find(AssemblyName name) =>
        Array.Find(Ours, assembly => string.Equals(assembly.GetName().Name, name.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the runtime's default context has to supply it.</summary>
    public static bool IsFramework(AssemblyName name) => name.Name is { } simple && Framework.Contains(simple);

    // The runtime lists every assembly it trusts. Those outside the hub's own folder belong to the shared frameworks; what lies in the hub's folder is the hub's private matter.
    private static HashSet<string> FrameworkNames()
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var folders = new[] { typeof(object), typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection) }.Select(type => Path.GetDirectoryName(type.Assembly.Location)).ToHashSet();
        return trusted.Where(file => folders.Contains(Path.GetDirectoryName(file))).Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
