using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Checking;

/// <summary>A plugin as its maker has it: the folder in which it is written and the one that was built from it. A plugin without code, or one that was only copied, has one folder for both.</summary>
public sealed class PluginFolder
{
    private readonly Lazy<Plugin> plugin;

    private readonly IReadOnlyList<string> others;

    private PluginFolder(string source, string built, IEnumerable<string> others)
    {
        (Source, Built, this.others) = (source, built, [.. others]);
        plugin = new(Load);
    }

    /// <summary>Where README, sample, testcases and the options schema are written.</summary>
    public string Source { get; }

    /// <summary>What the hub would load.</summary>
    public string Built { get; }

    /// <summary>The plugin, found by a catalog as the hub finds it and loaded, or broken. Loaded once: a build needs a new process.</summary>
    public Plugin Plugin => plugin.Value;

    /// <summary>What it can be configured as; the first where it can be both.</summary>
    public PluginRole Role => Plugin.Manifest?.Provides[0] ?? PluginRole.Source;

    /// <summary>Takes a project's folder (its newest build is used), a build below one, or a folder as it was copied.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="output">Which build, as <c>Debug/net10.0</c>; null takes the newest.</param>
    /// <param name="installed">Folders of plugins of which one may run a plugin without code; what lies beside the folder is looked at too.</param>
    public static PluginFolder At(string folder, string? output = null, params IEnumerable<string> installed)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var bin = Path.GetDirectoryName(Path.GetDirectoryName(full));
        if (Path.GetFileName(bin) == "bin" && Path.GetDirectoryName(bin) is { } project && HasManifest(project))
            return new(project, full, Beside(project, output).Concat(installed));
        return new(full, BuildOf(full, output) ?? full, Beside(full, output).Concat(installed));
    }

    private static IEnumerable<string> Beside(string folder, string? output) =>
        Path.GetDirectoryName(folder) is { } parent ? Directory.GetDirectories(parent).Where(HasManifest).Select(beside => BuildOf(beside, output) ?? beside) : [];

    private static string? BuildOf(string project, string? output)
    {
        var bin = Path.Combine(project, "bin");
        // What lies in bin without a project is left over from another time.
        if (!Directory.Exists(bin) || Directory.GetFiles(project, "*.csproj").Length == 0)
            return null;
        if (output is not null && HasManifest(Path.Combine(bin, output)))
            return Path.Combine(bin, output);
        return Directory.GetDirectories(bin).SelectMany(Directory.GetDirectories).Where(HasManifest).MaxBy(build => new DirectoryInfo(build).LastWriteTimeUtc);
    }

    private static bool HasManifest(string folder) => File.Exists(Path.Combine(folder, AdapterManifest.FileName));

    private Plugin Load()
    {
        var found = HasManifest(Built) ? new PluginCatalog([Built, .. others]).Plugins.First(one => one.Folder == Built) : Plugin.Open(Built);
        found.Activate();
        return found;
    }
}
