using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Csv;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Benchmarks.Mapped;

/// <summary>What a .NET developer would write to read one kind of file: the same row scanner as the mapping has, and the number of the row straight from its bytes.</summary>
internal sealed class HandWrittenSource(string file)
{
    private const int PageSize = 2_000;
    private const int MaxRowBytes = 10_000_000;

    public async IAsyncEnumerable<SourceBatch> PullAsync([EnumeratorCancellation] CancellationToken token)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        var inspection = await Inspection.OfAsync(stream, CsvEncoding.Auto, token);
        var end = inspection.Head.Span.IndexOf((byte)'\n');
        var header = inspection.Encoding.GetString(inspection.Head.Span[..end]).TrimEnd('\r');
        var columns = LeefloonColumns.Of(header, ';');
        var properties = new Dictionary<string, string> { ["header"] = header };
        stream.Position = end + 1;
        var scanner = new RowScanner(stream, ';', MaxRowBytes, end + 1, 2);
        var page = new List<SourceRecord>(PageSize);
        do
        {
            while (scanner.TryRead(out var row))
            {
                if (row.Bytes.IsEmpty)
                    continue;
                if (page.Count == PageSize)
                {
                    yield return new SourceBatch { Records = page };
                    page = new List<SourceRecord>(PageSize);
                }

                var number = inspection.Encoding.GetString(Nth(row.Bytes.Span, columns.Number)).Trim();
                page.Add(new SourceRecord
                {
                    Id = "leefloon:" + (RecordNumber.IsValid(number) ? number : $"{Path.GetFileName(file)}#{row.Line}"),
                    IdIsPersonal = RecordNumber.MayHoldInsz(number),
                    Kind = "leefloon",
                    Raw = row.Bytes.ToArray(),
                    Line = row.Line,
                    Properties = properties,
                });
            }
        }
        while (await scanner.FillAsync(token));
        yield return new SourceBatch { Records = page };
    }

    private static ReadOnlySpan<byte> Nth(ReadOnlySpan<byte> row, int index)
    {
        for (var i = 0; i < index; i++)
            row = row[(row.IndexOf((byte)';') + 1)..];
        return row[..row.IndexOf((byte)';')];
    }
}
