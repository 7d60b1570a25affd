using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a text that is there in every language of the hub.</summary>
internal static class Languages
{
    /// <summary>The languages.</summary>
    public static IReadOnlyList<string> All { get; } = ["nl", "en"];

    /// <summary>What a language is called.</summary>
    public static string NameOf(string language) => language == "nl" ? "Dutch" : "English";

    public static IReadOnlyDictionary<string, string> Read(YamlMap map, string key, string expected)
    {
        var texts = new Dictionary<string, string>();
        if (map.Need(key, expected) is not { } place || YamlMap.Of(place, expected, All) is not { } languages)
            return texts;
        foreach (var language in All)
        {
            if (languages.NeedText(language, $"the text in {NameOf(language)}") is { } text)
                texts[language] = text.Trim();
        }

        return texts;
    }
}
