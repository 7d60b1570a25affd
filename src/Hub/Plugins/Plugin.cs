using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Plugins.Loading;
using IntegrationHub.Plugins.Manifest;

namespace IntegrationHub.Plugins;

/// <summary>One plugin folder. Its code loads when it is first asked for (<see cref="Activate"/>), so that start-up does not pay for plugins nobody configured.</summary>
public sealed class Plugin
{
    private readonly Lock gate = new();
    private volatile PluginState state;
    private LoadedFiles? files;

    private Plugin(string id, string folder, AdapterManifest? manifest, IReadOnlyList<string> problems)
    {
        (Id, Folder, Manifest, Problems) = (id, folder, manifest, problems);
        state = problems.Count == 0 ? PluginState.Found : PluginState.Broken;
    }

    /// <summary>The manifest's id; the folder's name where the manifest does not tell it.</summary>
    public string Id { get; }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>What it says of itself; null when its <c>adapter.json</c> is broken.</summary>
    public AdapterManifest? Manifest { get; }

    /// <summary>Found, loaded or broken.</summary>
    public PluginState State => state;

    /// <summary>Why it is broken: one or more sentences with what to do. Empty otherwise.</summary>
    public IReadOnlyList<string> Problems { get; private set; }

    /// <summary><see cref="Problems"/> as one text; null when there are none.</summary>
    public string? Problem => Problems.Count == 0 ? null : string.Join(' ', Problems);

    /// <summary>The absolute path of its mapping; null when it has code.</summary>
    public string? Mapping => Manifest?.Mapping is { } name ? Path.Combine(Folder, name) : null;

    /// <summary>Finds the plugin whose code runs mappings; the catalog says how.</summary>
    internal Func<Plugin?> MappingRunner { get; set; } = () => null;

    /// <summary>The plugin's entry type, once loaded; of a plugin without code that of the plugin that runs its mapping.</summary>
    public IAdapter? Adapter { get; private set; }

    /// <summary>Reads the manifest of a folder and checks what can be checked without loading code.</summary>
    public static Plugin Open(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var reading = ManifestReader.Read(Path.Combine(full, AdapterManifest.FileName));
        var id = reading.Id ?? Path.GetFileName(full);
        if (!reading.IsValid)
            return new Plugin(id, full, null, reading.Errors);
        return new Plugin(id, full, reading.Manifest, PluginLoader.ProblemBeforeLoading(reading.Manifest, full) is { } problem ? [problem] : []);
    }

    /// <summary>Loads the code and makes the entry type, the first time it is called. Never throws: a plugin that fails becomes broken.</summary>
    /// <returns>Whether the plugin is loaded.</returns>
    public bool Activate()
    {
        lock (gate)
        {
            if (state == PluginState.Found)
            {
                (Adapter, files, var problem) = Mapping is { } mapping ? PluginLoader.LoadMapping(mapping, this, MappingRunner()) : PluginLoader.Load(Manifest!, Folder);
                if (problem is not null)
                    Break(problem);
                else
                    state = PluginState.Loaded;
            }

            return state == PluginState.Loaded;
        }
    }

    /// <summary>Whether a rescan leaves it alone: its own code runs, or nothing of it changed.</summary>
    internal bool StaysAsItIs => state == PluginState.Loaded && (Manifest!.HasCode || Upgrade() is null);

    /// <summary>Why what is in its folder now is not what runs: another version, or another file; null when it is the same. Code that is loaded stays as it is until a restart.</summary>
    internal string? Upgrade()
    {
        if (Open(Folder).Manifest is not { } now)
            return $"its {AdapterManifest.FileName} cannot be read any more";
        if (now.Version != Manifest!.Version)
            return $"version {Manifest.Version} runs, {now.Version} is in its folder";
        return files?.FirstReplaced() is { } file ? $"{Path.GetFileName(file)} is another file than the one that runs" : null;
    }

    /// <summary>Marks a plugin that has not loaded yet as broken.</summary>
    internal void Break(string problem)
    {
        lock (gate)
        {
            Problems = [.. Problems, problem];
            state = PluginState.Broken;
        }
    }
}
