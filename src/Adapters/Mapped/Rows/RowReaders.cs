using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Xml;

namespace IntegrationHub.Adapters.Mapped.Rows;

/// <summary>The row reader of each format.</summary>
internal static class RowReaders
{
    /// <summary>The reader for a kind of record.</summary>
    /// <param name="record">The kind.</param>
    /// <param name="references">Which columns or paths, in the order of the cells.</param>
    /// <param name="identityOnly">Whether only what identifies the row is read: a row that is broken further on is no obstacle then.</param>
    public static IRowReader Create(RecordSection record, IReadOnlyList<string> references, bool identityOnly = false) => record.Format switch
    {
        RecordFormat.Csv => new CsvRowReader(record, references, identityOnly),
        RecordFormat.Excel or RecordFormat.Sql => new JsonRowReader([.. references.Select(JsonReference.OfColumn)], byHeader: true),
        RecordFormat.Json or RecordFormat.JsonLines => new JsonRowReader([.. references.Select(reference => JsonReference.Of(reference, record.Outside))], byHeader: false),
        RecordFormat.Xml => new XmlRowReader(references, [.. record.Outside.Keys]),
        _ => throw new NotSupportedException($"No rows of {record.Format}."),
    };

    /// <summary>What a reference of a format should look like; null when it does.</summary>
    public static string? ProblemOf(RecordFormat format, string reference) => format switch
    {
        RecordFormat.Csv or RecordFormat.Excel or RecordFormat.Sql => HeaderName.Fold(reference).Length == 0 ? "the name of a column, with letters or digits" : null,
        RecordFormat.Json or RecordFormat.JsonLines => JsonPath.TryParse(reference, out _) ? null : "a path such as person.address.city or names[0]",
        RecordFormat.Xml => XmlReference.TryParse(reference, out _) ? null : "element names with a slash between them, with @ before an attribute, such as Persoon/INSZ or value/@value",
        _ => null,
    };
}
