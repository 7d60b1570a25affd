using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a list of words, of which each may be there once.</summary>
internal static class Words
{
    /// <summary>The words; those that are not known, or there twice, are reported.</summary>
    public static IReadOnlyList<string> Read(YamlPlace place, string expected, IReadOnlyCollection<string>? known)
    {
        var words = new List<string>();
        foreach (var element in Elements(place, expected))
        {
            if (element.Text(expected) is not { } word)
                continue;
            if (known?.Contains(word) == false)
                element.Report(expected, NearestName.Hint(word, known));
            else if (words.Contains(word))
                element.Report("each once", "remove one of the two", $"'{word}' again");
            else
                words.Add(word);
        }

        return words;
    }

    /// <summary>The elements of a list that is not empty; a single thing is a list of one.</summary>
    public static IReadOnlyList<YamlPlace> Elements(YamlPlace place, string expected)
    {
        var elements = place.Elements(expected, orOne: true);
        if (elements.Count == 0)
            place.Report(expected, "put at least one in it", "an empty list");
        return elements;
    }
}
