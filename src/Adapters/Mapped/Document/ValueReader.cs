using IntegrationHub.Yaml;
using YamlDotNet.RepresentationModel;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads a value: a column, several columns, or a map that says more.</summary>
internal static class ValueReader
{
    /// <summary>What a value may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["from", "join", "value", "date", "codes", "otherwise", "default", "split", "required"];

    /// <summary>The values of a map of names; unknown names are left out (who knows them reports them).</summary>
    public static Dictionary<string, ValueSection> Map(YamlPlace place, IReadOnlyCollection<string>? known, ColumnReader columns)
    {
        var values = new Dictionary<string, ValueSection>();
        if (YamlMap.Of(place, "a map of names to values", null) is not { } map)
            return values;
        foreach (var (name, _) in map.Keys.Where(key => known?.Contains(key.Name) != false))
        {
            if (map.Need(name, "a column, or { value: ... }") is { } value && Read(value, columns) is { } section)
                values[name] = section;
        }

        return values;
    }

    public static ValueSection? Read(YamlPlace place, ColumnReader columns)
    {
        if (place.Node is not YamlMappingNode)
        {
            var from = place.Elements("", orOne: true).Select(columns.Read).ToList();
            return from.Contains(null) ? null : new ValueSection { From = [.. from.OfType<string>()] };
        }

        if (YamlMap.Of(place, "from, value and more", Keys) is not { } map)
            return null;
        if (map.Has("from") == map.Has("value"))
            place.Report("either 'from' (a column) or 'value' (a constant)", map.Has("from") ? "remove one of the two" : "add one of the two", map.Has("from") ? "both" : "neither");
        foreach (var (name, at) in map.Keys.Where(key => map.Has("value") && key.Name is not ("value" or "from")))
            at.Report("nothing beside a constant", $"remove '{name}'", $"'{name}'");
        var section = new ValueSection
        {
            From = map.Get("from")?.Elements("", orOne: true).Select(columns.Read).OfType<string>().ToList() ?? [],
            Join = map.Text("join") ?? " ",
            Value = map.Text("value"),
            Date = map.Texts("date", "a way of writing dates such as dd/MM/yyyy"),
            Codes = map.Get("codes") is { } codes ? Codes(codes) : null,
            Default = map.Text("default"),
            Split = map.Text("split"),
            Required = map.Flag("required"),
        };
        foreach (var format in section.Date.Where(format => !format.Contains('y') || !format.Contains('M') || !format.Contains('d')))
            map.Get("date")!.Value.Report("a way of writing dates with d, M (capital) and y, such as dd/MM/yyyy", "correct it", $"'{format}'");
        return map.Get("otherwise") is { } otherwise ? Other(section, otherwise) : section;
    }

    private static Dictionary<string, string> Codes(YamlPlace place)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (YamlMap.Of(place, "a map of their codes to ours", null) is not { } map)
            return codes;
        foreach (var (name, at) in map.Keys)
        {
            if (map.NeedText(name, "our code") is { } ours && !codes.TryAdd(name, ours))
                at.Report("each code once, capitals aside", "remove one of the two", $"'{name}' twice");
        }

        return codes;
    }

    private static ValueSection Other(ValueSection section, YamlPlace place)
    {
        const string Expected = "reject, omit or { value: ... }";
        if (section.Codes is null)
            place.Report("'otherwise' beside 'codes' only", "remove it, or add 'codes'");
        if (place.Node is YamlMappingNode)
            return section with { Otherwise = Otherwise.Value, OtherwiseValue = YamlMap.Of(place, Expected, ["value"])?.NeedText("value", "the value to take") };
        var text = place.Text(Expected);
        if (text is not ("reject" or "omit"))
            place.Report(Expected, "write one of these");
        return section with { Otherwise = text == "omit" ? Otherwise.Omit : Otherwise.Reject };
    }
}
