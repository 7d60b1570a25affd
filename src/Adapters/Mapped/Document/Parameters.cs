using System.Text.RegularExpressions;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>The parameters that a <c>source.yaml</c> declares, with what the options say for them.</summary>
internal sealed partial class Parameters : IPlaceholders
{
    /// <summary>What a declaration may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["description", "default"];

    private readonly Dictionary<string, string?> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlPlace> declarations = new(StringComparer.Ordinal);

    /// <summary>Those that were used since <see cref="ForgetUse"/>, as <c>name=value</c>.</summary>
    public SortedSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the declarations and asks for the option of each.</summary>
    public void Declare(YamlPlace section, Func<string, string?> option)
    {
        if (YamlMap.Of(section, "a map of names, each with a description and perhaps a default", null) is not { } map)
            return;
        foreach (var (name, key) in map.Keys)
        {
            if (name == MappedOptions.MappingKey || name.Length == 0 || !name.All(char.IsAsciiLetterOrDigit))
                key.Report("a name of letters and digits other than 'mapping'", "give the parameter another name");
            values[name] = null;
            declarations[name] = key;
            if (map.Get(name) is not { } declared || YamlMap.Of(declared, "a description and perhaps a default", Keys) is not { } parts)
                continue;
            var otherwise = parts.Text("default");
            values[name] = option(name) is { } set && !string.IsNullOrWhiteSpace(set) ? set : otherwise;
            if (values[name] is null)
                key.Report($"the option '{name}' in hub.json", $"add \"{name}\" to the options of the source: {parts.Text("description") ?? "it has no default"}", "none");
        }
    }

    /// <summary>Begins to remember anew which were used.</summary>
    public void ForgetUse() => Used.Clear();

    /// <inheritdoc/>
    public string Fill(string text, YamlPlace place) =>
        text.Contains("${", StringComparison.Ordinal) ? Placeholder().Replace(text, match => Use(match.Groups["name"].Value, place) ?? match.Value) : text;

    /// <summary>What is wrong with a text that is a parameter is what hub.json says, however often the file uses it.</summary>
    public bool ReportElsewhere(YamlPlace place, string text, string expected, string? found, string toDo)
    {
        if (!text.StartsWith("${", StringComparison.Ordinal) || !text.EndsWith('}') || !declarations.TryGetValue(text[2..^1], out var at))
            return false;

        // That it is missing was said where it is declared.
        if (values[text[2..^1]] is not null || at.Path == place.Path)
            place.Mistakes.Add(at.Node.Start, at.Path, $"{expected} as the option '{text[2..^1]}' in hub.json", found ?? "something else", toDo);
        return true;
    }

    private string? Use(string name, YamlPlace at)
    {
        if (!values.TryGetValue(name, out var value))
            at.Report($"a parameter named in 'parameters'", NearestName.Hint(name, values.Keys), $"'${{{name}}}'");
        Used.Add($"{name}={value}");
        return value;
    }

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
