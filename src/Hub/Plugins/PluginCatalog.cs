using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins;

/// <summary>
/// The plugins of one or more folders. A plugin is a subfolder with an <c>adapter.json</c> (or the folder itself, when it holds one). One that fails is marked broken and the others go on.
/// </summary>
public sealed class PluginCatalog
{
    private readonly Lock gate = new();
    private volatile IReadOnlyList<Plugin> plugins = [];
    private (IReadOnlyList<Plugin> Plugins, IReadOnlyList<string> Problems) former = ([], []);

    /// <summary>Reads the manifests below these folders. No code of any plugin loads.</summary>
    /// <param name="folders">Folders of plugins, the first one winning where two plugins have one id.</param>
    public PluginCatalog(IEnumerable<string> folders) => Rescan(folders);

    /// <summary>Every plugin found, in the order of the folders, then by name; the broken ones among them.</summary>
    public IReadOnlyList<Plugin> Plugins => plugins;

    /// <summary>What is wrong with the folders themselves: sentences.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The plugin with this id, broken or not; a broken one only where no other has it.</summary>
    public Plugin? Find(string id)
    {
        var found = plugins.Where(plugin => plugin.Id == id).ToList();
        return found.Find(plugin => plugin.State != PluginState.Broken) ?? found.FirstOrDefault();
    }

    /// <summary>
    /// Reads the folders again. A plugin whose code runs stays as it is, an upgrade of it waits for a restart. All others are read anew: one without code whose mapping was
    /// changed, and one that was broken and may be mended now.
    /// </summary>
    /// <param name="folders">Folders of plugins, as for a new catalog.</param>
    /// <returns>What is different since the last time.</returns>
    public IReadOnlyList<PluginChange> Rescan(IEnumerable<string> folders)
    {
        lock (gate)
        {
            var before = plugins.ToDictionary(plugin => plugin.Folder, StringComparer.Ordinal);
            var roots = folders.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Distinct(StringComparer.Ordinal).ToList();
            var found = roots.SelectMany(PluginFolders).Distinct(StringComparer.Ordinal)
                .Select(folder => before.GetValueOrDefault(folder) is { StaysAsItIs: true } runs ? runs : Plugin.Open(folder)).ToList();
            foreach (var plugin in found)
                plugin.MappingRunner = () => Find(AdapterManifest.MappingRunner);
            foreach (var same in found.GroupBy(plugin => plugin.Id, StringComparer.Ordinal))
                BreakAllButOne([.. same]);
            former = (plugins, Problems);
            Problems = [.. roots.Where(folder => !Directory.Exists(folder)).Select(folder => $"{folder}: this plugin folder does not exist. Create it, or correct the path.")];
            plugins = found;
            return [.. found.Select(plugin => PluginChange.Between(before.GetValueOrDefault(plugin.Folder), plugin)).OfType<PluginChange>(),
                .. before.Values.Where(plugin => found.TrueForAll(other => other.Folder != plugin.Folder)).Select(PluginChange.Removed)];
        }
    }

    /// <summary>Takes the last rescan back, since the configuration that came with it is not applied. The next one finds again what is different.</summary>
    public void UndoRescan()
    {
        lock (gate)
            (plugins, Problems) = former;
    }

    /// <summary>Loads the code of every plugin that is not broken.</summary>
    public void LoadAll()
    {
        foreach (var plugin in plugins)
            plugin.Activate();
    }

    private static void BreakAllButOne(List<Plugin> same)
    {
        var first = same.Find(plugin => plugin.State == PluginState.Loaded) ?? same.Find(plugin => plugin.State == PluginState.Found);
        foreach (var other in same.Where(plugin => plugin != first && plugin.State == PluginState.Found))
            other.Break($"{Path.Combine(other.Folder, AdapterManifest.FileName)}: $.id '{other.Id}' is already the id of the plugin in {first!.Folder}. Remove one of the two, or give it another id.");
    }

    private static IEnumerable<string> PluginFolders(string folder)
    {
        if (!Directory.Exists(folder))
            return [];
        return IsPlugin(folder) ? [folder] : Directory.GetDirectories(folder).Where(IsPlugin).Order(StringComparer.Ordinal);
    }

    private static bool IsPlugin(string folder) => File.Exists(Path.Combine(folder, AdapterManifest.FileName));
}
