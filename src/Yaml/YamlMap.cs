using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Yaml;

/// <summary>A map of the YAML. A key that is not known is a mistake.</summary>
public sealed class YamlMap
{
    private readonly Dictionary<string, YamlPlace> values = new(StringComparer.Ordinal);
    private readonly YamlPlace place;

    private YamlMap(YamlPlace place, YamlMappingNode map)
    {
        this.place = place;
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            values[name] = place.At(value, place.Path.Length == 0 ? name : $"{place.Path}.{name}");
            Keys.Add((name, place.At(key, place.Path.Length == 0 ? name : $"{place.Path}.{name}")));
        }
    }

    /// <summary>The keys in their order, each where it stands.</summary>
    public List<(string Name, YamlPlace Place)> Keys { get; } = [];

    /// <summary>Where it stands.</summary>
    public YamlPlace Place => place;

    /// <summary>The map at a place; null, and reported, when there is none. Without <paramref name="known"/> its keys are free.</summary>
    public static YamlMap? Of(YamlPlace place, string expected, IReadOnlyCollection<string>? known)
    {
        if (place.Node is not YamlMappingNode node)
        {
            place.Report(expected, "write it as 'key: value' lines, indented below it, or between { and }");
            return null;
        }

        var map = new YamlMap(place, node);
        if (known is not null)
        {
            foreach (var (name, at) in map.Keys.Where(key => !known.Contains(key.Name)))
                at.Report("a known key", NearestName.Hint(name, known));
        }

        return map;
    }

    /// <summary>As <see cref="Of"/>, where a key with nothing behind it is a mistake too; for those of <paramref name="needed"/>, <see cref="Need"/> says so.</summary>
    public static YamlMap? Filled(YamlPlace place, string expected, IReadOnlyCollection<string>? known, params IReadOnlyCollection<string> needed)
    {
        var map = Of(place, expected, known);
        foreach (var (name, at) in map?.Keys.Where(key => map.IsOpen(key.Name) && known?.Contains(key.Name) != false && !needed.Contains(key.Name)) ?? [])
            at.Report("something behind ':'", $"fill it in, or remove '{name}'", "nothing");
        return map;
    }

    /// <summary>Whether a key is there with something behind it.</summary>
    public bool Has(string key) => values.TryGetValue(key, out var value) && !value.IsEmpty;

    /// <summary>Whether a key is there with nothing behind it: an answer that is still open.</summary>
    public bool IsOpen(string key) => values.TryGetValue(key, out var value) && value.IsEmpty;

    /// <summary>What is behind a key; null when there is nothing.</summary>
    public YamlPlace? Get(string key) => Has(key) ? values[key] : null;

    /// <summary>What is behind a key that must be there.</summary>
    public YamlPlace? Need(string key, string expected)
    {
        if (Get(key) is { } there)
            return there;
        var at = values.TryGetValue(key, out var empty) ? empty : place with { Path = place.Path.Length == 0 ? key : $"{place.Path}.{key}" };
        at.Report(expected, $"add '{key}'", "nothing");
        return null;
    }

    /// <summary>The text behind a key.</summary>
    public string? Text(string key, string expected = "a text") => Get(key)?.Text(expected);

    /// <summary>The text behind a key that must be there.</summary>
    public string? NeedText(string key, string expected) => Need(key, expected)?.Text(expected);

    /// <summary>One or several texts.</summary>
    public IReadOnlyList<string> Texts(string key, string expected) => Get(key)?.Texts(expected) ?? [];

    /// <summary>One of some words.</summary>
    public string OneOf(string key, IReadOnlyList<string> words, string otherwise)
    {
        if (Get(key) is not { } there || there.Text() is not { } text)
            return otherwise;
        if (words.Contains(text))
            return text;
        there.Report("one of " + string.Join(", ", words), NearestName.Hint(text, words), $"'{text}'");
        return otherwise;
    }

    /// <summary>A number between two others.</summary>
    public int Number(string key, int otherwise, int min, int max)
    {
        if (Get(key) is not { } there || there.Text() is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        there.Report(string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"), "correct the number", $"'{text}'");
        return otherwise;
    }

    /// <summary>Yes or no, also as true or false; null when it is not there.</summary>
    public bool? YesNo(string key)
    {
        if (Get(key) is not { } there || there.Text("yes or no") is not { } text)
            return null;
        bool? answer = text switch { "yes" or "true" => true, "no" or "false" => false, _ => null };
        if (answer is null)
            there.Report("yes or no", "write one of these");
        return answer;
    }

    /// <summary>True or false; false when it is not there.</summary>
    public bool Flag(string key) => OneOf(key, ["true", "false"], "false") == "true";
}
