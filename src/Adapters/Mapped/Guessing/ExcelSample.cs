using System.Globalization;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Excel;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>Reads the first rows of a workbook's first worksheet, and finds the row with the names of the columns: titles often stand above it.</summary>
internal static class ExcelSample
{
    private const int MaxRowBytes = 1024 * 1024;
    private const int MostHeaderRows = 10;

    // Each try opens the workbook anew, which takes seconds for a large one.
    private const int MostHeaderRowsOfLarge = 3;
    private const long LargeBytes = 5 * 1024 * 1024;
    private const int RowsToCompare = 20;

    public static async Task<Sample> ReadAsync(string file, Stream stream, CancellationToken token)
    {
        var headerRow = 1;
        var columns = 0;
        FileRefusal? refusal = null;
        for (var row = 1; row <= (stream.Length > LargeBytes ? MostHeaderRowsOfLarge : MostHeaderRows); row++)
        {
            var (opened, builder) = await ReadAsync(file, stream, row, RowsToCompare, token);
            if (row == 1)
                refusal = opened;
            if (builder.Rows > 0 && builder.Columns.Count > columns)
                (headerRow, columns) = (row, builder.Columns.Count);
        }

        if (columns == 0)
            throw new PermanentFailureException($"{Path.GetFileName(file)}: expected {refusal?.Expected ?? "a worksheet with rows below the names of the columns, found none"}. {refusal?.ToDo ?? "Put the sample on the first worksheet."}");
        var (_, all) = await ReadAsync(file, stream, headerRow, SampleBuilder.MostRows, token);
        return new Sample
        {
            FileName = Path.GetFileName(file),
            Folder = Path.GetDirectoryName(file)!,
            Format = RecordFormat.Excel,
            Appearance = string.Create(CultureInfo.InvariantCulture, $"the first worksheet, with the names of the columns on row {headerRow}"),
            Settings = headerRow == 1 ? [] : [new("headerRow", headerRow.ToString(CultureInfo.InvariantCulture))],
            Columns = all.Columns,
            Rows = all.Rows,
            IsPart = all.IsFull,
        };
    }

    private static async Task<(FileRefusal? Refusal, SampleBuilder Rows)> ReadAsync(string file, Stream stream, int headerRow, int most, CancellationToken token)
    {
        var builder = new SampleBuilder();
        stream.Position = 0;
        var cut = await new ExcelCutter(new RecordSection { Kind = "sample", Format = RecordFormat.Excel, HeaderRow = headerRow, Id = [], Facts = [] }, [], MaxRowBytes).OpenAsync(Path.GetFileName(file), stream, token);
        if (cut.Refusal is not null)
            return (cut.Refusal, builder);
        await foreach (var record in cut.ReadAsync(cut.First, token))
        {
            if (record.Refusal is not null || builder.Rows == most)
                break;
            if (record.RefusedSize is not null)
                continue;
            using var row = JsonDocument.Parse(record.Bytes);
            builder.Add(row.RootElement.EnumerateObject().Select(cell => KeyValuePair.Create(cell.Name, cell.Value.ToString())));
        }

        return (null, builder);
    }
}
