using System.Globalization;
using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Exports;

/// <summary>Gathers the rows of one file into pages.</summary>
/// <param name="layout">Where its columns are.</param>
/// <param name="properties">What its records share.</param>
/// <param name="pageSize">The largest number of rows on a page.</param>
internal sealed class PageBuilder(RowLayout layout, IReadOnlyDictionary<string, string> properties, int pageSize)
{
    // Rows may be large: a page is also full when it holds this much.
    private const int PageBytes = 4 * 1024 * 1024;

    private readonly RowKey key = new(layout, properties[FileProperties.File]);
    private List<SourceRecord> records = new(pageSize);
    private long bytes;

    /// <summary>How many rows of the file were added, since its beginning.</summary>
    public long Rows { get; set; }

    /// <summary>How many of them have no readable number.</summary>
    public long Unreadable { get; set; }

    /// <summary>Whether the page must be taken before another row is added.</summary>
    public bool IsFull => records.Count >= pageSize || bytes >= PageBytes;

    /// <summary>Whether a row holds nothing but separators and spaces: it is no record.</summary>
    public bool IsBlank(ScannedRow row)
    {
        foreach (var b in row.Bytes.Span)
        {
            if (b != layout.Separator && b is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return false;
        }

        return row.RefusedSize is null;
    }

    /// <summary>Adds a row.</summary>
    public void Add(ScannedRow row)
    {
        Rows++;
        var isReadable = key.TryRead(row, out var id, out var isPersonal);
        if (!isReadable || IsTorn(row))
            Unreadable++;
        bytes += row.Bytes.Length;
        records.Add(new SourceRecord
        {
            Id = id,
            IdIsPersonal = isPersonal,
            Kind = layout.Kind.Name,
            Raw = row.Bytes.ToArray(),
            Line = row.Line,
            Properties = row.RefusedSize is { } size ? WithSize(size) : properties,
        });
    }

    /// <summary>Takes the page and begins another.</summary>
    public IReadOnlyList<SourceRecord> Take()
    {
        var page = records;
        (records, bytes) = (new List<SourceRecord>(pageSize), 0);
        return page;
    }

    // The last row of a file that was cut off while it was copied: what came after it is unknown.
    private bool IsTorn(ScannedRow row)
    {
        if (!row.IsCutOff || row.RefusedSize is not null)
            return false;
        Span<Field> fields = stackalloc Field[layout.ColumnCount];
        return RowSplitter.Split(layout.Encoding.GetString(row.Bytes.Span), layout.Separator, fields, out var count) != RowProblem.None || count < layout.ColumnCount;
    }

    private Dictionary<string, string> WithSize(long size) =>
        new(properties) { [FileProperties.RefusedSize] = size.ToString(CultureInfo.InvariantCulture) };
}
