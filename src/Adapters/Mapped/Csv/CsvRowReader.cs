using System.Runtime.CompilerServices;
using System.Text.Unicode;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Reads rows with separators.</summary>
internal sealed class CsvRowReader(RecordSection record, IReadOnlyList<string> references, bool identityOnly) : IRowReader
{
    // The rows of a file share their properties, so the header is placed once for each file, and forgotten with it.
    private readonly ConditionalWeakTable<IReadOnlyDictionary<string, string>, CsvLayout> layouts = [];

    // Nearly always the same file as the row before.
    private volatile CsvLayout? latest;

    public string PlaceOf(int reference) => $"column '{references[reference]}'";

    public Rejection? Read(in RawRow row, RowCells cells)
    {
        if (row.Properties.TryGetValue(RowProperties.RefusedSize, out var size))
            return RowRejection.TooLarge(row.Line, size);
        var layout = LayoutOf(row.Properties);
        if (layout.Problem is { } problem)
            return problem;
        var bytes = row.Bytes.Span;
        if (identityOnly && !bytes.Contains((byte)'"'))
            return ReadDirectly(bytes, layout, cells);
        if (layout.IsUtf8 && !Utf8.IsValid(bytes))
            return Reject(row, "text in UTF-8, found bytes that are not", "Export the file again in one encoding.");
        var characters = cells.Characters(bytes.Length);
        var text = characters[..layout.Encoding.GetChars(bytes, characters.Span)];
        return !bytes.Contains((byte)'"') && ReadUnquoted(text, layout, cells) ? null : Read(row, layout, text, cells);
    }

    // The common row again: all separators are found in one go. False leaves a row with too few or too many fields to be told what is wrong with it.
    private bool ReadUnquoted(ReadOnlyMemory<char> text, CsvLayout layout, RowCells cells)
    {
        Span<Range> ranges = stackalloc Range[layout.ColumnCount + 1];
        var span = text.Span;
        if (span.Split(ranges, layout.Separator) != layout.ColumnCount)
            return false;
        var found = cells.Cells(references.Count);
        found.Clear();
        foreach (var (reference, column) in layout.Present)
        {
            var range = ranges[column];
            var start = range.Start.Value;
            found[reference] = CellOf(text, span, new Field(start, range.End.Value - start, HasDoubledQuotes: false));
        }

        return true;
    }

    private CsvLayout LayoutOf(IReadOnlyDictionary<string, string> properties)
    {
        if (latest is { } one && ReferenceEquals(one.Properties, properties))
            return one;
        if (!layouts.TryGetValue(properties, out var layout))
            layouts.AddOrUpdate(properties, layout = CsvLayout.Of(properties, record, references));
        return latest = layout;
    }

    private Rejection? Read(in RawRow row, CsvLayout layout, ReadOnlyMemory<char> text, RowCells cells)
    {
        Span<Field> fields = stackalloc Field[layout.ColumnCount];
        var problem = RowSplitter.Split(text.Span, layout.Separator, fields, out var count);
        // Of a row that only has to be known, fields may be missing; but a quote too many may join two rows into one, and then the second would seem to be gone.
        if (problem != RowProblem.None || (count < layout.ColumnCount && (!identityOnly || text.Span.Contains('\n'))))
            return Reject(row, layout, problem, count);
        var found = cells.Cells(references.Count);
        var index = layout.Index;
        var span = text.Span;
        for (var i = 0; i < found.Length; i++)
        {
            var at = index[i];
            found[i] = at < 0 || at >= count ? default : CellOf(text, span, fields[at]);
        }

        return null;
    }

    private static Cell CellOf(ReadOnlyMemory<char> text, ReadOnlySpan<char> span, Field field)
    {
        var start = field.Start;
        var end = start + field.Length;
        if (field.HasDoubledQuotes)
            return Cell.Of(text[start..end].ToString().Replace("\"\"", "\"", StringComparison.Ordinal));
        while (start < end && char.IsWhiteSpace(span[start]))
            start++;
        while (end > start && char.IsWhiteSpace(span[end - 1]))
            end--;
        return start == end ? Cell.Empty : new(CellKind.Text, text.Slice(start, end - start));
    }

    // The common row, without a quote in it, is not decoded as a whole.
    private Rejection? ReadDirectly(ReadOnlySpan<byte> row, CsvLayout layout, RowCells cells)
    {
        var found = cells.Cells(references.Count);
        var characters = cells.Characters(row.Length);
        var used = 0;
        for (var i = 0; i < found.Length; i++)
        {
            var bytes = Nth(row, layout.Index[i], (byte)layout.Separator);
            var count = layout.Encoding.GetChars(bytes, characters.Span[used..]);
            found[i] = Cell.Of(((ReadOnlyMemory<char>)characters).Slice(used, count).Trim());
            used += count;
        }

        return null;
    }

    private static ReadOnlySpan<byte> Nth(ReadOnlySpan<byte> row, int index, byte separator)
    {
        if (index < 0)
            return [];
        for (var i = 0; i < index; i++)
        {
            var next = row.IndexOf(separator);
            if (next < 0)
                return [];
            row = row[(next + 1)..];
        }

        var end = row.IndexOf(separator);
        return end < 0 ? row : row[..end];
    }

    private static Rejection Reject(in RawRow row, CsvLayout layout, RowProblem problem, int count) => problem switch
    {
        RowProblem.UnclosedQuote => Reject(row, "a closing quote, found a field that opens one and does not close it", "Close the quote, or double it where it is part of the text."),
        RowProblem.TextAfterQuote => Reject(row, "a separator after a closing quote, found text", "Double the quotes that are part of the text."),
        RowProblem.TooManyFields => Reject(row, $"{layout.ColumnCount} fields, one for each column of the header, found more", "Put quotes around a text that holds the separator."),
        _ => Reject(row, $"{layout.ColumnCount} fields, one for each column of the header, found {count}", "Look for a line end within a text: put quotes around that text."),
    };

    private static Rejection Reject(in RawRow row, string expected, string toDo) => new(
        RowRejection.Place(row.Line),
        expected,
        row.Properties.ContainsKey(RowProperties.Torn) ? "This is the last line and it has no end: the file may be cut off. Export it again. Until then nothing is withdrawn." : toDo);
}
