using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a folder in which each thing is a file of YAML, named by its id: <c>ID.yaml</c>.</summary>
internal static class YamlFolder
{
    /// <summary>How such a file ends.</summary>
    public const string Extension = ".yaml";

    /// <summary>The folder of that name in a configuration folder; where it has none, the one that comes with the hub.</summary>
    public static string Of(string configurationFolder, string name)
    {
        var own = Path.Combine(configurationFolder, name);
        return Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, name);
    }

    /// <summary>Reads every file and tells every mistake at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="one">What a file holds: <c>rule</c>.</param>
    /// <param name="read">Reads one, by the name and the text of its file.</param>
    public static (List<T> All, List<string> Mistakes) Read<T>(string folder, string one, Func<string, string, Mistakes, T?> read)
        where T : class
    {
        var shown = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (!Directory.Exists(folder))
            return ([], [$"{shown}: there is no folder {folder}. Correct its name."]);
        var all = new List<T>();
        var sentences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = $"{shown}/{Path.GetFileName(path)}";
            if (Path.GetExtension(path) == ".yml")
                sentences.Add($"{name}: a {one} is a file that ends in {Extension}; rename it");
            if (Path.GetExtension(path) != Extension)
                continue;
            var mistakes = new Mistakes(name);
            try
            {
                if (read(Path.GetFileName(path), File.ReadAllText(path), mistakes) is { } made && mistakes.Sentences.Count == 0)
                    all.Add(made);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                sentences.Add($"{name}: cannot be read ({e.GetType().Name}); check that the hub's user may read the file");
            }

            sentences.AddRange(mistakes.Sentences);
        }

        if (all.Count == 0 && sentences.Count == 0)
            sentences.Add($"{shown}: holds no {one}. Put one in it (ID{Extension}); without the folder the {one}s that come with the hub count.");
        return (all, sentences);
    }
}
