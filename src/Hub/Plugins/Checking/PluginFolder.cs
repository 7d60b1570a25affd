using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins.Checking;

/// <summary>A plugin as its maker has it: the folder in which it is written and the one that was built from it. A plugin without code, or one that was only copied, has one folder for both.</summary>
public sealed class PluginFolder
{
    private readonly Lazy<Plugin> plugin;

    private PluginFolder(string source, string built, string? output, IEnumerable<string> installed)
    {
        (Source, Built) = (source, built);
        plugin = new(() => Load(output, installed));
    }

    /// <summary>Where README, sample, testcases and the options schema are written.</summary>
    public string Source { get; }

    /// <summary>What the hub would load.</summary>
    public string Built { get; }

    /// <summary>The plugin, found by a catalog as the hub finds it and loaded, or broken. Loaded once: a build needs a new process.</summary>
    public Plugin Plugin => plugin.Value;

    /// <summary>Of a plugin that does not load, which check tells why: the others need not say it again. Null when it loads.</summary>
    public string? SeeWhyBroken => Plugin.State != PluginState.Broken ? null
        : $"The plugin does not load: see '{(Plugin.Manifest is null ? FolderChecks.ManifestProperty : FolderChecks.LoadsProperty)}'.";

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
            return new(project, full, output, installed);
        return new(full, BuildOf(full, output) ?? full, output, installed);
    }

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

    private Plugin Load(string? output, IEnumerable<string> installed)
    {
        var found = Plugin.Open(Built);
        // A plugin without code runs on another one, which lies beside it as a rule.
        if (found.Manifest is { HasCode: false } && Path.GetDirectoryName(Source) is { } parent)
            found = Found([Built, .. Directory.GetDirectories(parent).Where(HasManifest).Select(beside => BuildOf(beside, output) ?? beside), .. installed]);
        else if (found.Manifest is not null)
            found = Found([Built]);
        found.Activate();
        return found;
    }

    private Plugin Found(IEnumerable<string> folders) => new PluginCatalog(folders).Plugins.First(one => one.Folder == Built);
}
