using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>Reads rows that are JSON: of JSON files and endpoints by path, of worksheets and queries by header.</summary>
internal sealed class JsonRowReader(IReadOnlyList<JsonReference> references, bool byHeader) : IRowReader
{
    private const int RememberedHeaders = 4096;

    // A header is a word; what is far longer is broken, and thousands of those must not stay in memory.
    private const int LongestRemembered = 200;

    private readonly ConcurrentDictionary<string, string> folded = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> byFolded = references.Select((reference, i) => (reference.Folded, i)).Where(one => one.Folded is not null).ToLookup(one => one.Folded!, one => one.i);

    public string PlaceOf(int reference) => $"{(byHeader ? "column" : "path")} '{references[reference].Name}'";

    public Rejection? Read(in RawRow row, RowCells cells)
    {
        if (row.Properties.TryGetValue(RowProperties.RefusedSize, out var size))
            return RowRejection.TooLarge(row.Line, size);
        try
        {
            using var json = JsonDocument.Parse(row.Bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return new Rejection(RowRejection.Place(row.Line), $"a JSON object, found {Found(json.RootElement.ValueKind)}", "Correct the export, or the path in 'rows' of the mapping.");
            var found = cells.Cells(references.Count);
            if (byHeader)
                Columns(json.RootElement, found);
            else
                Paths(json.RootElement, row.Properties, found);
            return null;
        }
        catch (JsonException e)
        {
            return new Rejection(
                RowRejection.Place(row.Line),
                string.Create(CultureInfo.InvariantCulture, $"JSON, found something else at byte {e.BytePositionInLine + 1}{(row.Bytes.Length == 0 ? " of nothing" : "")}"),
                "Look there for a record that is cut off, a missing quote or a comma too many, and export it again.");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in a text.
            return new Rejection(RowRejection.Place(row.Line), "text in UTF-8, found a broken character in a JSON string", "Export it again as UTF-8.");
        }
    }

    private static string Found(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list", JsonValueKind.String => "text", JsonValueKind.Number => "a number", JsonValueKind.Null => "null", _ => "true or false",
    };

    private void Paths(JsonElement row, IReadOnlyDictionary<string, string> properties, Span<Cell> cells)
    {
        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Path is not { } path)
                cells[i] = Cell.Of(properties.GetValueOrDefault(RowProperties.Outside(references[i].Name)));
            else
                cells[i] = path.TryFind(row, out var value) ? JsonCells.Of(value) : default;
        }
    }

    private void Columns(JsonElement row, Span<Cell> cells)
    {
        cells.Clear();
        foreach (var property in row.EnumerateObject())
        {
            foreach (var i in byFolded[Fold(property.Name)])
                cells[i] = JsonCells.Of(property.Value);
        }
    }

    private string Fold(string name)
    {
        if (folded.TryGetValue(name, out var known))
            return known;
        var fold = HeaderName.Fold(name);
        if (name.Length <= LongestRemembered && folded.Count < RememberedHeaders)
            folded[name] = fold;
        return fold;
    }
}
