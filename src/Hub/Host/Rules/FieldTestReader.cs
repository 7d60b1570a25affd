using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Rules.Fields;
using IntegrationHub.Yaml;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Host.Rules;

/// <summary>Reads <c>where</c>: what the fields of a fact must hold.</summary>
internal static class FieldTestReader
{
    /// <summary>What the test of a field may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. RuleKeys.Test.Select(key => key.Name)];

    private const string Expected = "a value, a list of values, or { not: ... }, { known: yes }, { from: ..., to: ... }";

    public static IReadOnlyList<FieldTest> Read(YamlPlace place, string contract)
    {
        var tests = new List<FieldTest>();
        if (YamlMap.Filled(place, "fields, each with what it must hold", null) is not { } map)
            return tests;
        if (map.Keys.Count == 0)
            place.Report("at least one field", "add one, or remove 'where'", "none");
        foreach (var (name, at) in map.Keys)
        {
            if (!FactFields.TryFind(contract, name, out var field))
                at.Report($"a field of {contract}", NearestName.Hint(name, Shown(contract)), $"'{name}'");
            else if (map.Get(name) is { } value)
                tests.Add(Read(name, value, field));
        }

        return tests;
    }

    /// <summary>The fields of a contract as a rule writes them.</summary>
    public static IReadOnlyList<string> Shown(string contract) => [.. FactFields.Of(contract).Values.Select(field => field.Kind == FieldKind.Attributes ? field.Name + ".NAME" : field.Name)];

    private static FieldTest Read(string name, YamlPlace place, FactField field)
    {
        var test = new FieldTest(name);
        if (place.Node is not YamlMappingNode)
            return test with { In = Values(place, field) };
        if (YamlMap.Filled(place, Expected, Keys) is not { } map)
            return test;
        if (map.Keys.Count == 0)
            place.Report(Expected, "write what it must hold", "nothing");
        var known = map.YesNo("known");
        if (known == false && map.Keys.Count > 1)
            map.Get("known")!.Value.Report("nothing beside 'known: no'", "remove the one or the other", "more");
        if (known == false && field.IsRequired)
            map.Get("known")!.Value.Report("a field that may be empty", "remove it: every such fact has this field", $"{name}, which never is");
        var (from, to) = (Bound(map, "from", field), Bound(map, "to", field));
        if (from is { } least && to is { } most && FieldValue.IsBeyond(least, most))
            map.Get("to")!.Value.Report($"no less than 'from' ({least})", "correct the one or the other");
        return test with { NotIn = map.Get("not") is { } not ? Values(not, field) : [], Known = known, From = from, To = to };
    }

    private static IReadOnlyList<string> Values(YamlPlace place, FactField field) => [.. Words.Elements(place, Expected).Select(element => Value(element, field)).OfType<string>()];

    private static string? Value(YamlPlace place, FactField field)
    {
        if (place.Text(FieldValue.Holds(field)) is not { } text)
            return null;
        if (FieldValue.Of(text, field) is { } value)
            return value;
        place.Report(FieldValue.Holds(field) + (field.Kind == FieldKind.Date ? ", as 2026-12-31" : ""), field.Values.Count > 0 && field.Kind != FieldKind.YesNo ? NearestName.Hint(text, field.Values) : "correct it");
        return null;
    }

    private static string? Bound(YamlMap map, string key, FactField field)
    {
        if (map.Get(key) is not { } place)
            return null;
        var isDate = field.Kind == FieldKind.Date;
        if (!FieldValue.IsOrdered(field))
        {
            place.Report($"'{key}' for a date or a number", "name the values themselves", $"'{key}' for {field.Name}, which holds {FieldValue.Holds(field)}");
            return null;
        }

        var expected = isDate ? "a date as 2026-12-31" : "a number, or a date as 2026-12-31";
        if (place.Text(expected) is not { } text)
            return null;
        if (FieldValue.IsDate(text) || (!isDate && FieldValue.IsNumber(text)))
            return text;
        place.Report(expected, "correct it");
        return null;
    }
}
