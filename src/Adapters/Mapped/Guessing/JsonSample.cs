using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Finds the rows in the beginning of a JSON document, or of a file with an object on each line.</summary>
internal static class JsonSample
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Sample Read(string file, ReadOnlyMemory<byte> beginning, bool isPart)
    {
        if (Lines(file, beginning, isPart) is { } lines)
            return lines;
        var (path, builder, read) = Largest(beginning.Span, isPart);
        if (builder is null)
            throw new PermanentFailureException($"{Path.GetFileName(file)}: expected a JSON object or a list of objects, found {(read ? "neither" : "text that is not JSON")}. Check the export.");
        return Sample(file, RecordFormat.Json, builder, isPart) with { Settings = path.Length == 0 ? [] : [new("rows", Yaml.Text(path))], Appearance = path.Length == 0 ? "JSON" : $"JSON, the rows in {path}" };
    }

    private static Sample Sample(string file, RecordFormat format, SampleBuilder builder, bool isPart) => new()
    {
        FileName = Path.GetFileName(file),
        Folder = Path.GetDirectoryName(file)!,
        Format = format,
        Appearance = "a JSON object on each line",
        Columns = builder.Columns,
        Rows = builder.Rows,
        IsPart = isPart || builder.IsFull,
    };

    private static Sample? Lines(string file, ReadOnlyMemory<byte> beginning, bool isPart)
    {
        var lines = Encoding.UTF8.GetString(beginning.Span).Split('\n', SampleBuilder.MostRows + 2).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (isPart && lines.Count > 1)
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count == 0 || !lines[0].StartsWith('{') || Parse(lines[0]) is null || (lines.Count > 1 && !lines.Skip(1).Take(5).Any(line => line.StartsWith('{'))))
            return null;
        var builder = new SampleBuilder();
        var broken = 0;
        foreach (var line in lines.Take(SampleBuilder.MostRows))
        {
            using var parsed = Parse(line);
            if (parsed?.RootElement.ValueKind == JsonValueKind.Object)
                builder.Add(JsonRow.Flatten(parsed.RootElement));
            else
                broken++;
        }

        // One object on one line may be a document with its rows inside.
        return builder.Rows == 1 && builder.Columns.Any(column => column.Reference.Contains("[0].", StringComparison.Ordinal)) ? null : Sample(file, RecordFormat.JsonLines, builder, isPart) with { BrokenRows = broken };
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The outermost list with the most objects; the document itself where it holds none.</summary>
    private static (string Path, SampleBuilder? Rows, bool IsJson) Largest(ReadOnlySpan<byte> json, bool isPart)
    {
        var reader = new Utf8JsonReader(json, !isPart, new JsonReaderState(Lenient));
        var found = new List<(string Path, SampleBuilder Rows)>();
        var names = new List<string>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    names.RemoveRange(Math.Min(names.Count, reader.CurrentDepth - 1), Math.Max(0, names.Count - reader.CurrentDepth + 1));
                    names.Add(reader.GetString()!);
                }
                else if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth is var depth && Objects(ref reader) is { Rows: > 0 } rows)
                {
                    found.Add((string.Join('.', names.Take(depth)), rows));
                }
            }

            if (found.Count > 0 || isPart)
                return found.Count == 0 ? ("", null, true) : Best(found);
            using var document = JsonDocument.Parse(json.ToArray());
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return ("", null, true);
            var one = new SampleBuilder();
            one.Add(JsonRow.Flatten(document.RootElement));
            return ("", one, true);
        }
        catch (JsonException)
        {
            return found.Count == 0 ? ("", null, false) : Best(found);
        }
    }

    private static (string Path, SampleBuilder? Rows, bool IsJson) Best(List<(string Path, SampleBuilder Rows)> found)
    {
        var (path, rows) = found.MaxBy(list => list.Rows.Rows);
        return (path, rows, true);
    }

    /// <summary>The objects of a list; stands on its end, or where the text ends.</summary>
    private static SampleBuilder? Objects(ref Utf8JsonReader reader)
    {
        var rows = new SampleBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                if (!reader.TrySkip())
                    return rows;
                continue;
            }

            if (!JsonDocument.TryParseValue(ref reader, out var document))
                return rows;
            using (document)
            {
                if (!rows.IsFull)
                    rows.Add(JsonRow.Flatten(document.RootElement));
            }
        }

        return rows;
    }
}
