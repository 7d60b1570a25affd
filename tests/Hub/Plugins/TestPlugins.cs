using System.Text.Json.Nodes;

namespace IntegrationHub.Plugins.Tests;

/// <summary>The real plugins of the Projects folder, as the build left them.</summary>
public static class TestPlugins
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "plugins", Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!));

    public static string Folder(string name) => Path.Combine(Root, name);

    public static Plugin Open(string name) => Plugin.Open(Folder(name));

    /// <summary>A copy with another manifest.</summary>
    public static string Copy(this TemporaryFolder to, string name, string folder, Action<JsonObject>? change = null)
    {
        foreach (var file in Directory.GetFiles(Folder(name)))
        {
            Directory.CreateDirectory(to.File(folder));
            File.Copy(file, Path.Combine(to.File(folder), Path.GetFileName(file)));
        }

        var manifest = Path.Combine(to.File(folder), "adapter.json");
        var json = JsonNode.Parse(File.ReadAllText(manifest))!.AsObject();
        change?.Invoke(json);
        File.WriteAllText(manifest, json.ToJsonString());
        return to.File(folder);
    }
}
