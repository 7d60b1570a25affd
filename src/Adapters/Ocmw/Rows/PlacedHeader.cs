using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Rows;

/// <summary>What the header in a record's properties means for its kind: a layout, or why there is none.</summary>
internal sealed record PlacedHeader(string KindName, RowLayout? Layout, Rejection? Rejection)
{
    public static PlacedHeader Of(string kindName, IReadOnlyDictionary<string, string> properties, Headers headers)
    {
        if (ExportKind.Named(kindName) is not { } kind)
            return Without("kind", $"one of {string.Join(", ", ExportKind.All)}, found another", "Send the record to the adapter that made it.");
        var encodingName = properties.GetValueOrDefault(FileProperties.Encoding);
        if (!properties.TryGetValue(FileProperties.Header, out var line)
            || !properties.TryGetValue(FileProperties.Separator, out var separator) || separator.Length != 1 || CsvEncoding.Named(encodingName) is null)
        {
            return Without("properties", "the header, separator and encoding of the file the row was read from, found a row without them", "Read the file again.");
        }

        return headers.Place(kind, line, separator[0], out var layout, encodingName!) is { } refusal
            ? Without("header", refusal.Expected, refusal.ToDo)
            : new PlacedHeader(kindName, layout, null);

        PlacedHeader Without(string field, string expected, string toDo) => new(kindName, null, new Rejection(field, expected, toDo));
    }
}
