using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Yaml;

namespace IntegrationHub.Adapters.Mapped.Document;

/// <summary>Reads one entry of <c>records</c>.</summary>
internal static class RecordSectionReader
{
    /// <summary>What an entry may hold.</summary>
    public static IReadOnlyList<string> Keys { get; } =
    [
        "kind", "files", "format", "encoding", "separator", "sheet", "headerRow", "rows", "outside", "id", "idIsPersonal", "version", "where", "citizen", "optional", "order", "person", "facts",
    ];

    /// <summary>What <c>person</c> may hold.</summary>
    public static IReadOnlyList<string> PersonKeys { get; } = ["familyName", "givenNames", "street", "locality", "telephone", "email", "remark"];

    /// <summary>The formats by name.</summary>
    public static IReadOnlyDictionary<string, RecordFormat> Formats { get; } = new Dictionary<string, RecordFormat>
    {
        ["csv"] = RecordFormat.Csv, ["excel"] = RecordFormat.Excel, ["json"] = RecordFormat.Json, ["json-lines"] = RecordFormat.JsonLines, ["xml"] = RecordFormat.Xml,
    };

    /// <summary>A format as the mapping names it.</summary>
    public static string NameOf(RecordFormat format) => Formats.FirstOrDefault(named => named.Value == format).Key ?? "sql";

    public static RecordSection? Read(YamlPlace place, ReadSection? read)
    {
        if (YamlMap.Of(place, "kind, id, facts and more", Keys) is not { } map)
            return null;
        var format = Format(map, read);
        NotFor(map, format is not RecordFormat.Csv, "only for csv", "encoding", "separator");
        NotFor(map, format is not RecordFormat.Excel, "only for excel", "sheet", "headerRow");
        NotFor(map, format is not (RecordFormat.Json or RecordFormat.Xml), "only for json and xml", "rows", "outside");
        NotFor(map, read is not (FolderSection or null), "only for a folder", "files");
        if (map.Has("person"))
            _ = YamlMap.Of(map.Get("person")!.Value, "names of fields", PersonKeys);
        var outside = map.Get("outside") is { } given && YamlMap.Of(given, "names with paths", null) is { } names
            ? names.Keys.ToDictionary(key => key.Name, key => names.NeedText(key.Name, "the path of the value") ?? "") : [];
        foreach (var (name, path) in outside.Where(value => RowReaders.ProblemOf(format, value.Value) is not null || value.Value.Contains('[')))
            map.Get("outside")!.Value.Report($"a path without [ ] for {name}", "such as meta.insz in json, //Persoon/INSZ or Export/@datum in xml", $"'{path}'");
        if (read is HttpSection { Since.From: { Length: > 0 } from } && !outside.ContainsKey(from) && RowReaders.ProblemOf(format, from) is { } wanted)
            place.Report($"{wanted} in read.http.since.from, for this format", "correct it there", $"'{from}'");
        if (read is HttpSection { Paging.Next: not null } && format is not (RecordFormat.Json or RecordFormat.Xml))
            place.Report("the format json or xml with read.http.paging.next, which is a path in the answer", "use link, page or offset there", NameOf(format));
        var columns = new ColumnReader(format, outside);
        var section = new RecordSection
        {
            Kind = Kind(map) ?? "",
            Files = read is FolderSection ? Files(map) ?? "" : "",
            Format = format,
            Encoding = map.OneOf("encoding", CsvEncoding.OptionValues, CsvEncoding.Auto),
            Separator = map.OneOf("separator", Separator.OptionValues, Separator.Auto),
            Sheet = map.Text("sheet"),
            HeaderRow = map.Number("headerRow", 1, 1, 1_000),
            Rows = map.Text("rows"),
            Outside = outside,
            Id = map.Need("id", "the column that identifies a record")?.Elements("", orOne: true).Select(columns.Read).OfType<string>().ToList() ?? [],
            IdIsPersonal = map.Flag("idIsPersonal"),
            Version = map.Get("version") is { } version ? columns.Read(version) : null,
            Where = map.Get("where") is { } where ? ConditionReader.Read(where, columns) : null,
            Citizen = (map.IsOpen("citizen") ? map.Need("citizen", "the column with the INSZ") : map.Get("citizen")) is { } citizen ? columns.Read(citizen) : null,
            Optional = map.Get("optional")?.Elements("a list of columns", orOne: true).Select(columns.Read).OfType<string>().ToList() ?? [],
            Order = map.Get("order")?.Elements("a list of lists of columns").Select(list => (IReadOnlyList<string>)[.. list.Elements("a list of columns").Select(columns.Read).OfType<string>()]).ToList() ?? [],
            Person = map.Get("person") is { } person ? ValueReader.Map(person, PersonKeys, columns) : new Dictionary<string, ValueSection>(),
            Facts = [],
        };
        NotFor(map, section.Optional.Count > 0 && format is not (RecordFormat.Csv or RecordFormat.Excel), "only for csv and excel: elsewhere every path is", "optional");
        return section with { Facts = Facts(map, section.Citizen is not null || map.IsOpen("citizen"), columns), Places = columns.Places };
    }

    private static RecordFormat Format(YamlMap map, ReadSection? read)
    {
        if (read is SqlSection)
        {
            NotFor(map, true, "not for sql", "format");
            return RecordFormat.Sql;
        }

        return map.Need("format", "one of " + string.Join(", ", Formats.Keys)) is null ? RecordFormat.Csv : Formats.GetValueOrDefault(map.OneOf("format", [.. Formats.Keys], "csv"));
    }

    private static void NotFor(YamlMap map, bool isWrong, string reason, params string[] keys)
    {
        foreach (var (_, at) in map.Keys.Where(key => isWrong && keys.Contains(key.Name)))
            at.Report($"no such key here ({reason})", "remove it", "one");
    }

    private static string? Kind(YamlMap map)
    {
        if (map.NeedText("kind", "a name for this kind of record") is not { } kind)
            return null;
        if (kind != "file" && kind.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return kind;
        map.Get("kind")!.Value.Report("a name of letters, digits and - other than 'file'", "choose another name");
        return null;
    }

    private static string? Files(YamlMap map)
    {
        if (map.NeedText("files", "which files of the folder, such as \"leefloon*.csv\"") is not { } pattern)
            return null;
        if (!pattern.Contains('/') && !pattern.Contains('\\'))
            return pattern;
        map.Get("files")!.Value.Report("a pattern of file names without a folder", "name the folder in read.folder.path");
        return null;
    }

    private static List<FactSection> Facts(YamlMap map, bool hasCitizen, ColumnReader columns)
    {
        if (map.Need("facts", "a list of what a row becomes") is not { } place)
            return [];
        var places = place.Elements("a list of what a row becomes");
        var facts = places.Select(fact => FactReader.Read(fact, hasCitizen, columns)).ToList();
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is { } fact && facts.Take(i).Any(earlier => earlier?.Key == fact.Key))
                places[i].Report("a key of its own for each fact of a record", "add 'key' with a name that differs", $"'{fact.Key}' again");
        }

        if (facts.Count == 0)
            place.Report("at least one fact", "add one");
        return [.. facts.OfType<FactSection>()];
    }
}
