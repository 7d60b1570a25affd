using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Csv;

/// <summary>Cuts a file with separators into rows.</summary>
internal sealed class CsvCutter(RecordSection record, IReadOnlyList<string> references, int maxRowBytes) : IRecordCutter
{
    /// <summary>Looks the file over and reads its header. A first line <c>sep=;</c>, as Excel writes it, names the separator.</summary>
    public async Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token)
    {
        var inspection = await Inspection.OfAsync(stream, record.Encoding, token);
        if (inspection.Refusal is { } refusal)
            return CutFile.Refused(refusal, inspection.Head);
        var position = 0;
        var line = 1;
        var header = NextLine(inspection, ref position);
        var separator = Separator.OfOption(record.Separator);
        if (header.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && header.Length == 5)
        {
            separator ??= Separator.All.Contains(header[4]) ? header[4] : null;
            header = NextLine(inspection, ref position);
            line++;
        }

        var used = separator ?? CsvHeader.Detect(header, references);
        var names = CsvHeader.Names(header, used);
        if ((names is null ? CsvHeader.NoHeader : CsvHeader.ProblemOf(names, record, references)) is { } unplaced)
            return CutFile.Refused(unplaced, inspection.Head);
        var properties = new Dictionary<string, string>
        {
            [RowProperties.File] = fileName,
            [RowProperties.Header] = header,
            [RowProperties.Separator] = used.ToString(),
            [RowProperties.Encoding] = inspection.EncodingName,
        };
        var layout = CsvLayout.Of(properties, record, references);
        return CutFile.Of(properties, new CutPosition(inspection.MarkLength + position, line + 1), (from, stop) => CutAsync(stream, layout, from, stop)) with
        {
            Head = inspection.Head, ReadManyAsync = (from, stop) => CutManyAsync(stream, layout, from, stop),
        };
    }

    private async IAsyncEnumerable<CutRecord> CutAsync(Stream stream, CsvLayout layout, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var rows in CutManyAsync(stream, layout, from, token))
        {
            foreach (var row in rows)
                yield return row;
        }
    }

    // An asynchronous step for each row would cost as much as reading it.
    private async IAsyncEnumerable<IReadOnlyList<CutRecord>> CutManyAsync(Stream stream, CsvLayout layout, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        stream.Position = from.Offset;
        var scanner = new RowScanner(stream, layout.Separator, maxRowBytes, from.Offset, from.Line);
        var rows = new List<CutRecord>();
        do
        {
            rows.Clear();
            while (scanner.TryRead(out var row))
            {
                if (!IsBlank(row, layout.Separator))
                    rows.Add(new CutRecord(row.Bytes, row.Line, new CutPosition(scanner.NextOffset, scanner.NextLine)) { RefusedSize = row.RefusedSize, IsTorn = IsTorn(row, layout) });
            }

            if (rows.Count > 0)
                yield return rows;
        }
        while (await scanner.FillAsync(token));
    }

    // A row of nothing but separators and spaces is no record.
    private static bool IsBlank(ScannedRow row, char separator)
    {
        foreach (var b in row.Bytes.Span)
        {
            if (b != separator && b is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                return false;
        }

        return row.RefusedSize is null;
    }

    // The last row of a file that was cut off while it was copied: what came after it is unknown.
    private static bool IsTorn(ScannedRow row, CsvLayout layout)
    {
        if (!row.IsCutOff || row.RefusedSize is not null)
            return false;
        Span<Field> fields = stackalloc Field[layout.ColumnCount];
        return RowSplitter.Split(layout.Encoding.GetString(row.Bytes.Span), layout.Separator, fields, out var count) != RowProblem.None || count < layout.ColumnCount;
    }

    private static string NextLine(Inspection inspection, ref int position)
    {
        var rest = inspection.Head.Span[position..];
        var end = rest.IndexOf((byte)'\n');
        position += end < 0 ? rest.Length : end + 1;
        return inspection.Encoding.GetString(end < 0 ? rest : rest[..end]).TrimEnd('\r');
    }
}
