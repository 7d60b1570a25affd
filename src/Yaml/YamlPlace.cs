using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Yaml;

/// <summary>A node of the YAML with its path, where mistakes are reported and placeholders filled in. An empty node stands for what is not there.</summary>
/// <param name="Node">What is written there.</param>
/// <param name="Path">Its keys from the root.</param>
/// <param name="Mistakes">Where mistakes are told.</param>
/// <param name="Placeholders">Who fills in what the file leaves open; null when it may not.</param>
public readonly record struct YamlPlace(YamlNode Node, string Path, Mistakes Mistakes, IPlaceholders? Placeholders)
{
    /// <summary>What kind of thing it is.</summary>
    public string Found => Node switch
    {
        YamlMappingNode => "a map",
        YamlSequenceNode => "a list",
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        _ => "something else",
    };

    /// <summary>Whether nothing is written there.</summary>
    public bool IsEmpty => Node is YamlScalarNode { Value: null or "", Style: ScalarStyle.Plain };

    /// <summary>Reports a mistake here.</summary>
    public void Report(string expected, string toDo, string? found = null)
    {
        if (Node is not YamlScalarNode { Value: { } text } || Placeholders?.ReportElsewhere(this, text, expected, found, toDo) != true)
            Mistakes.Add(Node.Start, Path, expected, found ?? Found, toDo);
    }

    /// <summary>The same with another node.</summary>
    public YamlPlace At(YamlNode node, string path) => this with { Node = node, Path = path };

    /// <summary>The text, its placeholders filled in; null, and reported, when it is none.</summary>
    public string? Text(string expected = "a text")
    {
        if (Node is YamlScalarNode { Value: { } value } && !IsEmpty)
            return Placeholders?.Fill(value, this) ?? value;
        Report(expected, "write it as text");
        return null;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(string expected)
    {
        if (Node is not YamlSequenceNode list)
            return Text(expected) is { } one ? [one] : [];
        var place = this;
        return [.. list.Children.Select((child, i) => place.At(child, $"{place.Path}[{i.ToString(CultureInfo.InvariantCulture)}]").Text(expected)).OfType<string>()];
    }

    /// <summary>The elements of a list; a single thing is a list of one when <paramref name="orOne"/>.</summary>
    public IReadOnlyList<YamlPlace> Elements(string expected, bool orOne = false)
    {
        var place = this;
        if (Node is YamlSequenceNode list)
            return [.. list.Children.Select((child, i) => place.At(child, $"{place.Path}[{i.ToString(CultureInfo.InvariantCulture)}]"))];
        if (orOne)
            return [this];
        Report(expected, "begin each element with '- '");
        return [];
    }
}
