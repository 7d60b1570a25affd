using IntegrationHub.Contracts;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Yaml;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads a list of facts that must be there, or may not: <c>and</c> and <c>unless</c> of a rule, <c>when</c> and <c>unless</c> of a right.</summary>
internal static class FactConditionReader
{
    /// <summary>What one may hold in a rule.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. RuleKeys.Condition.Select(key => key.Name)];

    /// <summary>What one may hold where no single fact carries the whole, as in a right.</summary>
    public static IReadOnlyList<string> KeysWithoutAnchor { get; } = [.. Keys.Where(key => key != "same")];

    /// <summary>Whose fact it is, as a rule writes it.</summary>
    public static IReadOnlyList<string> Whose { get; } = [.. Enum.GetNames<Whose>().Select(name => name.ToLowerInvariant())];

    /// <summary>The conditions behind a key; none when it is not there.</summary>
    /// <param name="map">Where the key is.</param>
    /// <param name="key">The key.</param>
    /// <param name="keys">What each may hold: <see cref="Keys"/> or <see cref="KeysWithoutAnchor"/>.</param>
    /// <param name="anchor">The contract of the fact that carries the moment, for <c>same</c>; null when it is not known.</param>
    public static IReadOnlyList<FactCondition> List(YamlMap map, string key, IReadOnlyList<string> keys, string? anchor = null)
    {
        if (map.Get(key) is not { } place)
            return [];
        var elements = place.Elements("a list of facts, each as - fact: ...");
        if (elements.Count == 0 && place.Found == "a list")
            place.Report("at least one fact", $"add one, or remove '{key}'", "an empty list");
        return [.. elements.Select(element => Read(element, keys, anchor)).OfType<FactCondition>()];
    }

    /// <summary>The contract that <c>fact</c> names.</summary>
    public static string? Fact(YamlMap map)
    {
        const string Expected = "the name of a fact";
        if (map.NeedText("fact", Expected) is not { } name)
            return null;
        if (FactFields.Contracts.Contains(name))
            return name;
        map.Get("fact")!.Value.Report(Expected, NearestName.Hint(name, FactFields.Contracts));
        return null;
    }

    /// <summary>Whose fact it is.</summary>
    public static Whose Of(YamlMap map) => Enum.Parse<Whose>(map.OneOf("of", Whose, "citizen"), ignoreCase: true);

    /// <summary>What its fields must hold.</summary>
    public static IReadOnlyList<FieldTest> Where(YamlMap map, string contract)
    {
        var tests = map.Get("where") is { } place ? FieldTestReader.Read(place, contract) : [];
        if (contract == FactContract.NameOf<CircumstanceReported>() && !tests.Any(test => test.Field == "code"))
            map.Get("fact")!.Value.Report("'where' with the code of the circumstance", "add where: { code: ... }; without it every circumstance fits", "none");
        return tests;
    }

    private static FactCondition? Read(YamlPlace place, IReadOnlyList<string> keys, string? anchor)
    {
        if (YamlMap.Filled(place, "fact and more", keys, "fact") is not { } map || Fact(map) is not { } contract)
            return null;
        return new FactCondition
        {
            Contract = contract,
            Of = Of(map),
            Where = Where(map, contract),
            IsRunning = IsRunning(map, contract),
            Before = PeriodReader.Read(map, "before"),
            After = PeriodReader.Read(map, "after"),
            Same = keys.Contains("same") ? Same(map, contract, anchor) : [],
        };
    }

    private static bool IsRunning(YamlMap map, string contract)
    {
        var isRunning = map.YesNo("running");
        if (isRunning == false)
            map.Get("running")!.Value.Report("yes", "remove it, or name the fact that ends it");
        if (isRunning == true && !FactFields.Beginnings.Contains(contract))
            map.Get("running")!.Value.Report("'running' for a fact that begins something: " + string.Join(", ", FactFields.Beginnings), "remove it, or name one of those", contract);
        return isRunning == true;
    }

    private static List<string> Same(YamlMap map, string contract, string? anchor)
    {
        var same = new List<string>();
        if (map.Get("same") is not { } list)
            return same;
        foreach (var place in Words.Elements(list, "fields that both facts have"))
        {
            if (place.Text("the name of a field") is not { } name)
                continue;
            if (new[] { contract, anchor }.OfType<string>().FirstOrDefault(one => !FactFields.TryFind(one, name, out _)) is { } lacking)
                place.Report($"a field of {lacking}" + (lacking == anchor ? ", the fact of 'when'" : ""), NearestName.Hint(name, [.. FieldTestReader.Shown(contract).Where(field => anchor is null || FactFields.TryFind(anchor, field, out _))]));
            same.Add(name);
        }

        return same;
    }
}
