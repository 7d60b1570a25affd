using IntegrationHub.Host.Rules;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rights;

/// <summary>Reads <c>steps</c>: what remains for the citizen, in each language as many.</summary>
internal static class StepsReader
{
    /// <summary>A signal carries the steps of many rights, and stays under 20 kB.</summary>
    public const int MaxSteps = 5;

    /// <summary>As long as a step may be: one or two short sentences.</summary>
    public const int MaxLength = 160;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(YamlMap map)
    {
        const string Expected = "what remains for the citizen: { nl: [ ... ], en: [ ... ] }";
        var steps = new Dictionary<string, IReadOnlyList<string>>();
        if (map.Need("steps", Expected) is not { } place || YamlMap.Of(place, Expected, Languages.All) is not { } languages)
            return steps;
        foreach (var language in Languages.All)
        {
            if (languages.Need(language, $"the steps in {Languages.NameOf(language)}") is { } list)
                steps[language] = Language(list);
        }

        if (steps.Values.Select(one => one.Count).Distinct().Count() > 1)
            place.Report("as many steps in each language", "add what lacks, or join two steps", string.Join(", ", steps.Select(one => $"{one.Key}: {one.Value.Count}")));
        return steps;
    }

    private static List<string> Language(YamlPlace list)
    {
        var elements = Words.Elements(list, $"at most {MaxSteps} steps");
        if (elements.Count > MaxSteps)
            list.Report($"at most {MaxSteps} steps", "join some: the page of the authority has the rest", $"{elements.Count}");
        var steps = new List<string>();
        foreach (var element in elements)
        {
            if (element.Text("a step in plain words")?.Trim() is not { } step)
                continue;
            if (step.Length > MaxLength)
                element.Report($"a step of at most {MaxLength} letters", "make it shorter, or two", $"{step.Length}");
            steps.Add(step);
        }

        return steps;
    }
}
