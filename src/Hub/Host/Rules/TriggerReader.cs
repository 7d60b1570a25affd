using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads <c>when</c>.</summary>
internal static class TriggerReader
{
    /// <summary>What it may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. RuleKeys.Trigger.Select(key => key.Name)];

    /// <summary>Which of several facts, as a rule writes it.</summary>
    public static IReadOnlyList<string> Which { get; } = [.. Enum.GetNames<Which>().Select(name => name.ToLowerInvariant())];

    public static Trigger? Read(YamlPlace place)
    {
        if (YamlMap.Filled(place, "fact and more", Keys, "fact") is not { } map || FactConditionReader.Fact(map) is not { } contract)
            return null;
        var trigger = new Trigger
        {
            Contract = contract,
            Of = FactConditionReader.Of(map),
            Where = FactConditionReader.Where(map, contract),
            Only = Enum.Parse<Which>(map.OneOf("only", Which, "all"), ignoreCase: true),
            At = At(map, contract),
            Plus = PeriodReader.Read(map, "plus"),
            Count = map.Number("count", 1, 2, 1_000),
            Within = PeriodReader.Read(map, "within", least: 1),
        };
        Needs(map, "plus", "at", "'at', the date that it is counted from", "add 'at'");
        Needs(map, "count", "within", "'within', the period that is looked back over", "add 'within', such as within: 1 year");
        Needs(map, "within", "count", "'count', how many there must be within that period", "add 'count'");
        if (map.Has("count") && map.Has("only"))
            map.Get("only")!.Value.Report("either 'count' or 'only'", "remove one of the two", "both");
        return trigger;
    }

    private static string? At(YamlMap map, string contract)
    {
        if (map.Text("at") is not { } name)
            return null;
        if (FactFields.TryFind(contract, name, out var field) && (field.Kind == FieldKind.Date || name.Contains('.')))
            return name;
        var dates = FactFields.Of(contract).Values.Where(one => one.Kind == FieldKind.Date).Select(one => one.Name).ToList();
        map.Get("at")!.Value.Report($"a field of {contract} that holds a date", NearestName.Hint(name, dates));
        return null;
    }

    private static void Needs(YamlMap map, string key, string other, string expected, string toDo)
    {
        if (map.Has(key) && !map.Has(other))
            map.Get(key)!.Value.Report($"{expected}, beside '{key}'", toDo, "none");
    }
}
