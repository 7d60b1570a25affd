using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Excel;

/// <summary>Cuts a worksheet (.xlsx or .xls) into rows, each a JSON object by header: dates as ISO 8601, numbers as numbers, so that a number where a text is expected can be told.</summary>
/// <remarks>The library reads synchronously, and keeps the texts of a workbook in memory: the file is read into memory first, and may not be large.</remarks>
/// <param name="record">Which worksheet, and which columns may be missing.</param>
/// <param name="references">The columns that the mapping refers to.</param>
/// <param name="maxRecordBytes">A row over this size is not given whole.</param>
internal sealed class ExcelCutter(RecordSection record, IReadOnlyList<string> references, long maxRecordBytes) : IRecordCutter
{
    public async Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token)
    {
        var head = await StreamHead.ReadAsync(stream, token);
        if (head.IsEmpty)
            return CutFile.Refused(ExcelRefusal.Empty, head);
        if (stream.Length > ExcelRefusal.MaxFileBytes)
            return CutFile.Refused(ExcelRefusal.LargeFile(stream.Length), head);
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, token);
        if (ZipSize.Refuse(content) is { } refusal)
            return CutFile.Refused(refusal, head);
        try
        {
            using var sheet = Worksheet.Open(content, record.Sheet, record.HeaderRow);
            if ((sheet.Refusal ?? CsvHeader.ProblemOf(sheet.Headers, record, references)) is { } unusable)
                return CutFile.Refused(unusable, head);
        }
        catch (Exception problem) when (ExcelRefusal.Of(problem) is not null)
        {
            return CutFile.Refused(ExcelRefusal.Of(problem)!, head);
        }

        var properties = new Dictionary<string, string> { [RowProperties.File] = fileName };
        return CutFile.Of(properties, new CutPosition(record.HeaderRow, record.HeaderRow + 1), (from, inner) => CutAsync(content, head, from, inner)) with { Head = head };
    }

    private async IAsyncEnumerable<CutRecord> CutAsync(byte[] content, ReadOnlyMemory<byte> head, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        using var sheet = Worksheet.Open(content, record.Sheet, record.HeaderRow);
        using var writer = new ExcelRowWriter(sheet, maxRecordBytes);
        await Task.Yield();
        while (true)
        {
            token.ThrowIfCancellationRequested();
            FileRefusal? refusal = null;
            try
            {
                if (!sheet.Read())
                    yield break;
            }
            catch (Exception problem) when (ExcelRefusal.Of(problem) is not null)
            {
                refusal = ExcelRefusal.Of(problem);
            }

            if (refusal is not null)
            {
                yield return new CutRecord(head, null, from) { Refusal = refusal };
                yield break;
            }

            if (sheet.Row > from.Offset && writer.TryWrite(out var bytes, out var size))
                yield return new CutRecord(bytes, sheet.Row, new CutPosition(sheet.Row, sheet.Row + 1)) { RefusedSize = size };
        }
    }
}
