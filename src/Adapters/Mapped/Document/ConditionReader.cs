using IntegrationHub.Yaml;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads <c>when</c> and <c>where</c>.</summary>
internal static class ConditionReader
{
    private const string Filled = "filled";
    private const string Empty = "empty";

    public static Condition? Read(YamlPlace place, ColumnReader columns) =>
        new([.. place.Elements("a map of columns, or a list of maps", orOne: true).Select(map => All(map, columns))]);

    private static List<ColumnTest> All(YamlPlace place, ColumnReader columns)
    {
        if (YamlMap.Of(place, "a map of columns to 'filled', 'empty', a value or a list of values", null) is not { } map)
            return [];
        return [.. map.Keys.Where(key => columns.Check(key.Name, key.Place)).Select(key => Test(key.Name, map.Get(key.Name) ?? key.Place, isEmpty: map.Get(key.Name) is null))];
    }

    private static ColumnTest Test(string column, YamlPlace value, bool isEmpty)
    {
        const string Expected = "'filled', 'empty', a value, a list of values, or { not: ... }";
        if (isEmpty)
        {
            value.Report(Expected, "write what the column must hold", "nothing");
            return new(column, null, Not: false);
        }

        if (value.Node is not YamlMappingNode)
            return Test(column, value.Texts(Expected), not: false);
        var not = YamlMap.Of(value, Expected, ["not"])?.Need("not", "'filled', 'empty', a value or a list of values");
        return Test(column, not?.Texts(Expected) ?? [], not: true);
    }

    private static ColumnTest Test(string column, IReadOnlyList<string> values, bool not) => values switch
    {
        [Filled] => new(column, null, not),
        [Empty] => new(column, null, !not),
        _ => new(column, values, not),
    };
}
