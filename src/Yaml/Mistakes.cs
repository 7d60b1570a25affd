using System.Globalization;
using YamlDotNet.Core;

namespace IntegrationHub.Yaml;

/// <summary>Everything that is wrong with one file.</summary>
/// <param name="file">How the file is named in messages.</param>
public sealed class Mistakes(string file)
{
    private readonly List<(Mark At, string Text)> all = [];

    /// <summary>Sentences in the order of the file.</summary>
    public IReadOnlyList<string> Sentences => [.. all.OrderBy(mistake => mistake.At.Line).ThenBy(mistake => mistake.At.Column).Select(mistake => mistake.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>A place in the file, as an editor jumps to it.</summary>
    public string Where(Mark at) => string.Create(CultureInfo.InvariantCulture, $"{file}({at.Line},{at.Column})");

    /// <summary>Adds one.</summary>
    /// <param name="at">Where.</param>
    /// <param name="path">Keys from the root; empty for the file as a whole.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="found">What is.</param>
    /// <param name="toDo">What to do.</param>
    public void Add(Mark at, string path, string expected, string found, string toDo) =>
        all.Add((at, string.Create(CultureInfo.InvariantCulture, $"{Where(at)}: {(path.Length == 0 ? "the file" : path)}: expected {expected}, found {found}; {toDo}")));
}
