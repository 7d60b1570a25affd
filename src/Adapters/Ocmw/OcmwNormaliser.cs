using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Unicode;
using IntegrationHub.Adapters.Ocmw.Csv;
using IntegrationHub.Adapters.Ocmw.Rows;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Ocmw;

/// <summary>Turns one row of an export into facts.</summary>
internal sealed class OcmwNormaliser : IRecordNormaliser
{
    private readonly Headers headers;
    private readonly string partner;

    // The rows of a file share their properties, so the header is placed once for each file, and forgotten with it.
    private readonly ConditionalWeakTable<IReadOnlyDictionary<string, string>, PlacedHeader> placed = [];

    public OcmwNormaliser(IOptions<OcmwOptions> options)
    {
        headers = new Headers(options.Value.Columns);
        partner = options.Value.Partner;
    }

    public Normalised Normalise(SourceRecord record)
    {
        if (record.Kind == FileRefusal.Kind)
            return Normalised.Reject(FileRefusal.RejectionOf(record.Properties));
        if (!placed.TryGetValue(record.Properties, out var header) || header.KindName != record.Kind)
        {
            header = PlacedHeader.Of(record.Kind, record.Properties, headers);
            placed.AddOrUpdate(record.Properties, header);
        }

        if (header.Layout is not { } layout)
            return Normalised.Reject(header.Rejection!);
        if (record.Properties.TryGetValue(FileProperties.RefusedSize, out var size))
        {
            return RejectRow(record, $"a row within the largest record allowed, found one of {size} bytes",
                "Look for a quote that is opened and not closed, or raise limits.maxRecordBytes in hub.json.");
        }

        return Decode(record, layout);
    }

    private Normalised Decode(SourceRecord record, RowLayout layout)
    {
        var raw = record.Raw.Span;
        if (layout.EncodingName == CsvEncoding.Utf8 && !Utf8.IsValid(raw))
            return RejectRow(record, "text in UTF-8, found bytes that are not", "Export the file again in one encoding.");
        char[]? rented = null;
        var buffer = raw.Length <= 1024 ? stackalloc char[1024] : rented = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            return Read(record, layout, buffer[..layout.Encoding.GetChars(raw, buffer)]);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented, clearArray: true);
        }
    }

    private Normalised Read(SourceRecord record, RowLayout layout, ReadOnlySpan<char> text)
    {
        Span<Field> fields = stackalloc Field[layout.ColumnCount];
        var problem = RowSplitter.Split(text, layout.Separator, fields, out var count);
        if (problem != RowProblem.None || count < layout.ColumnCount)
            return RejectShape(record, layout, problem, count);
        var row = new RowReader(text, fields, layout, record.Line);
        var kind = layout.Kind;
        var facts = kind == ExportKind.SupportFiles ? SupportFileRow.Read(ref row, partner)
            : kind == ExportKind.Leefloon ? LeefloonRow.Read(ref row)
            : kind == ExportKind.EvictionClaims ? EvictionRow.Read(ref row)
            : EmploymentRow.Read(ref row);
        return row.Rejections is { } reasons ? Normalised.Reject(reasons) : Normalised.Accept(facts.All);
    }

    private static Normalised RejectShape(SourceRecord record, RowLayout layout, RowProblem problem, int count) => problem switch
    {
        RowProblem.UnclosedQuote => RejectRow(record, "a closing quote, found a field that opens one and does not close it", "Close the quote, or double it where it is part of the text."),
        RowProblem.TextAfterQuote => RejectRow(record, "a separator after a closing quote, found text", "Double the quotes that are part of the text."),
        RowProblem.TooManyFields => RejectRow(record, $"{layout.ColumnCount} fields, one for each column of the header, found more", "Put quotes around a text that holds the separator."),
        _ => RejectRow(record, $"{layout.ColumnCount} fields, one for each column of the header, found {count}", "Look for a line end within a text: put quotes around that text."),
    };

    private static Normalised RejectRow(SourceRecord record, string expected, string toDo) => Normalised.Reject(new Rejection(Place.OfRow(record.Line), expected, toDo));
}
