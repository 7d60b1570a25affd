using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>A node of the YAML with its path, where mistakes are reported and parameters filled in. A null node stands for what is not there.</summary>
internal readonly partial record struct YamlPlace(YamlNode Node, string Path, Mistakes Mistakes, Parameters Parameters)
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
        // What is wrong then is what hub.json says, however often the file uses it.
        if (Node is YamlScalarNode { Value: { } text } && Parameters.Only(text) is { } parameter)
        {
            // That it is missing was said where it is declared.
            if (Parameters.IsMissing(parameter.Name) && parameter.At.Path != Path)
                return;
            Mistakes.Add(parameter.At.Node.Start, parameter.At.Path, $"{expected} as the option '{parameter.Name}' in hub.json", found ?? "something else", toDo);
            return;
        }

        Mistakes.Add(Node.Start, Path, expected, found ?? Found, toDo);
    }

    /// <summary>The same with another node.</summary>
    public YamlPlace At(YamlNode node, string path) => this with { Node = node, Path = path };

    /// <summary>The text, its parameters filled in; null, and reported, when it is none.</summary>
    public string? Text(string expected = "a text")
    {
        if (Node is YamlScalarNode { Value: { } value } && !IsEmpty)
            return Fill(value);
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

    private string Fill(string text)
    {
        if (!text.Contains("${", StringComparison.Ordinal))
            return text;
        var place = this;
        return Placeholder().Replace(text, match => place.Parameters.Use(match.Groups["name"].Value, place) ?? match.Value);
    }

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
