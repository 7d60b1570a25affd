using System.Text;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Where the columns of a mapping stand in the rows of one file, or why that cannot be told.</summary>
internal sealed class CsvLayout
{
    /// <summary>What it was made from.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>Why no row with these properties can be read; null when they can.</summary>
    public Rejection? Problem { get; private init; }

    /// <summary>What stands between fields.</summary>
    public char Separator { get; private init; }

    /// <summary>The encoding.</summary>
    public Encoding Encoding { get; private init; } = Encoding.UTF8;

    /// <summary>Whether bytes may be wrong.</summary>
    public bool IsUtf8 { get; private init; }

    /// <summary>How many columns the header has.</summary>
    public int ColumnCount { get; private init; }

    /// <summary>Where each reference stands; -1 when the file does not have it.</summary>
    public int[] Index { get; private init; } = [];

    /// <summary>The references that the file has, each with its column.</summary>
    public (int Reference, int Column)[] Present => present ??= [.. Index.Select((column, reference) => (reference, column)).Where(one => one.column >= 0)];

    private (int Reference, int Column)[]? present;

    /// <summary>Reads what a file's records share.</summary>
    public static CsvLayout Of(IReadOnlyDictionary<string, string> properties, RecordSection record, IReadOnlyList<string> references)
    {
        if (!properties.TryGetValue(RowProperties.Header, out var line) || !properties.TryGetValue(RowProperties.Separator, out var separator) || separator.Length != 1
            || CsvEncoding.Named(properties.GetValueOrDefault(RowProperties.Encoding)) is not { } encoding)
        {
            return Without("properties", "the header, separator and encoding of the file the row was read from, found a row without them", "Read the file again.");
        }

        if (CsvHeader.Names(line, separator[0]) is not { } names)
            return Without("header", CsvHeader.NoHeader.Expected, CsvHeader.NoHeader.ToDo);
        if (CsvHeader.ProblemOf(names, record, references) is { } refusal)
            return Without("header", refusal.Expected, refusal.ToDo);
        return new CsvLayout
        {
            Properties = properties, Separator = separator[0], Encoding = encoding, IsUtf8 = encoding is UTF8Encoding, ColumnCount = names.Length, Index = CsvHeader.Place(names, references),
        };

        CsvLayout Without(string field, string expected, string toDo) => new() { Properties = properties, Problem = new Rejection(field, expected, toDo) };
    }
}
