using System.Globalization;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Folders;

/// <summary>Gathers the records of one file into pages.</summary>
/// <param name="plan">What identifies a record.</param>
/// <param name="fileName">The file.</param>
/// <param name="properties">What its records share.</param>
/// <param name="pageSize">The largest number of records on a page.</param>
internal sealed class PageBuilder(RecordPlan plan, string fileName, IReadOnlyDictionary<string, string> properties, int pageSize)
{
    // Records may be large: a page is also full when it holds this much.
    private const int PageBytes = 4 * 1024 * 1024;

    private readonly RowCells cells = new();
    private List<SourceRecord> records = new(pageSize);
    private long bytes;

    /// <summary>The kind of record.</summary>
    public string Kind => plan.Kind;

    /// <summary>How many records of the file were read, since its beginning.</summary>
    public long Rows { get; set; }

    /// <summary>How many of them may be any record.</summary>
    public long Unreadable { get; set; }

    /// <summary>How many the mapping does not want.</summary>
    public long NotForUs { get; private set; }

    /// <summary>Whether the file cannot be read to its end.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether the page must be taken before another record is added.</summary>
    public bool IsFull => records.Count >= pageSize || bytes >= PageBytes;

    /// <summary>Adds a record.</summary>
    public void Add(in CutRecord cut)
    {
        Rows++;
        if (cut.Refusal is { } refusal)
        {
            Unreadable++;
            IsBroken = true;
            records.Add(refusal.ToRecord(fileName, cut.Bytes.ToArray(), cut.Line));
            return;
        }

        var row = new RawRow(cut.Bytes, cut.RefusedSize is { } size ? With(RowProperties.RefusedSize, size) : cut.IsTorn ? With(RowProperties.Torn, 1) : properties, cut.Line);
        var identity = plan.Identify(row, cells);
        if (identity.IsNotForUs)
        {
            NotForUs++;
            return;
        }

        if (identity.Id is null || cut.IsTorn)
            Unreadable++;
        bytes += cut.Bytes.Length;
        records.Add(plan.ToRecord(row, identity.Id is null ? identity with { Id = string.Create(CultureInfo.InvariantCulture, $"{plan.Kind}:{fileName}#{cut.Line ?? Rows}"), IsPersonal = identity.IsPersonal || Insz.IsIn(fileName) } : identity));
    }

    /// <summary>Takes the page and begins another.</summary>
    public IReadOnlyList<SourceRecord> Take()
    {
        var page = records;
        (records, bytes) = (new List<SourceRecord>(pageSize), 0);
        return page;
    }

    private Dictionary<string, string> With(string name, long number) => new(properties) { [name] = number.ToString(CultureInfo.InvariantCulture) };
}
