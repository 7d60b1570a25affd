using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads <c>who</c>.</summary>
internal static class PersonConditionReader
{
    /// <summary>What it may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. RuleKeys.Person.Select(key => key.Name)];

    /// <summary>What <c>age</c> may hold.</summary>
    public static IReadOnlyList<string> AgeKeys { get; } = ["from", "under"];

    /// <summary>More than anybody's age.</summary>
    public const int Oldest = 150;

    public static PersonCondition Read(YamlPlace place)
    {
        var expected = "one or more of " + string.Join(", ", Keys);
        if (YamlMap.Filled(place, expected, Keys) is not { } map)
            return PersonCondition.Anyone;
        if (map.Keys.Count == 0)
            place.Report(expected, "add one, or remove 'who'", "none");
        var (from, under) = Age(map);
        return new PersonCondition
        {
            AgeFrom = from,
            AgeUnder = under,
            LivesAlone = map.YesNo("livesAlone"),
            MinorChildren = map.YesNo("minorChildren"),
            Municipalities = Municipalities(map),
            KnownTo = KnownTo(map),
        };
    }

    private static (int? From, int? Under) Age(YamlMap map)
    {
        const string Expected = "from (full years), under, or both: { from: 18, under: 65 }";
        if (map.Get("age") is not { } place || YamlMap.Filled(place, Expected, AgeKeys) is not { } age)
            return (null, null);
        if (age.Keys.Count == 0)
            place.Report(Expected, "add one, or remove 'age'", "neither");
        int? from = age.Has("from") ? age.Number("from", 0, 0, Oldest) : null;
        int? under = age.Has("under") ? age.Number("under", Oldest, 1, Oldest) : null;
        if (from >= under)
            age.Get("under")!.Value.Report($"more than 'from' ({age.Text("from")})", "correct the one or the other");
        return (from, under);
    }

    private static List<NisCode> Municipalities(YamlMap map)
    {
        const string Expected = "one or more NIS codes of 5 digits, such as 44021";
        var codes = new List<NisCode>();
        if (map.Get("municipality") is not { } place)
            return codes;
        foreach (var element in Words.Elements(place, Expected))
        {
            if (element.Text(Expected) is not { } text)
                continue;
            if (NisCode.TryParse(text, out var code))
                codes.Add(code);
            else
                element.Report(Expected, "correct it");
        }

        return codes;
    }

    private static Dictionary<PartnerRole, bool> KnownTo(YamlMap map)
    {
        var roles = new Dictionary<PartnerRole, bool>();
        if (map.Get("knownTo") is not { } place || YamlMap.Filled(place, "roles, each with yes or no: { ocmw: no }", RuleReader.Roles) is not { } known)
            return roles;
        if (known.Keys.Count == 0)
            place.Report("at least one role", "add one, or remove 'knownTo'", "none");
        foreach (var (name, _) in known.Keys.Where(key => RuleReader.Roles.Contains(key.Name)))
        {
            if (known.YesNo(name) is { } isKnown)
                roles[Enum.Parse<PartnerRole>(name, ignoreCase: true)] = isKnown;
        }

        return roles;
    }
}
