using IntegrationHub.Core.Rules;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a folder of rules, one a file: <c>rules/ID.yaml</c>.</summary>
internal static class RuleFolder
{
    /// <summary>Its name in a configuration folder.</summary>
    public const string Name = "rules";

    private const string Rights = "rights";
    private const string Extension = ".yaml";

    /// <summary>The rules that come with the hub.</summary>
    public static string BuiltIn { get; } = Path.Combine(AppContext.BaseDirectory, Name);

    /// <summary>The folder whose rules count for a configuration folder: its own, else those that come with the hub.</summary>
    public static string Of(string configurationFolder)
    {
        var own = Path.Combine(configurationFolder, Name);
        return Directory.Exists(own) ? own : BuiltIn;
    }

    /// <summary>The ids of the rights that the rules of a configuration folder may name: the names of the files of <c>rights/</c>, its own or else those that come with the hub.</summary>
    public static IReadOnlyList<string> RightsOf(string configurationFolder)
    {
        var own = Path.Combine(configurationFolder, Rights);
        var folder = new DirectoryInfo(Directory.Exists(own) ? own : Path.Combine(AppContext.BaseDirectory, Rights));
        return folder.Exists ? [.. folder.EnumerateFiles($"*{Extension}").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Reads every rule and tells every mistake at once.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rights">The ids of the rights that a rule may name; null where they could not be read, and no mistake is made of them.</param>
    public static RuleReading Read(string folder, IReadOnlyCollection<string>? rights)
    {
        var shown = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (!Directory.Exists(folder))
            return new([], [$"{shown}: there is no folder {folder}. Correct its name."]);
        var rules = new List<Rule>();
        var sentences = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = $"{shown}/{Path.GetFileName(path)}";
            if (Path.GetExtension(path) == ".yml")
                sentences.Add($"{name}: a rule is a file that ends in {Extension}; rename it");
            if (Path.GetExtension(path) != Extension)
                continue;
            var mistakes = new Mistakes(name);
            try
            {
                if (RuleReader.Read(Path.GetFileName(path), File.ReadAllText(path), mistakes, rights) is { } rule && mistakes.Sentences.Count == 0)
                    rules.Add(rule);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                sentences.Add($"{name}: cannot be read ({e.GetType().Name}); check that the hub's user may read the file");
            }

            sentences.AddRange(mistakes.Sentences);
        }

        if (rules.Count == 0 && sentences.Count == 0)
            sentences.Add($"{shown}: holds no rule. Put one in it (ID{Extension}); without the folder the rules that come with the hub count.");
        return new([.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)], sentences);
    }
}
