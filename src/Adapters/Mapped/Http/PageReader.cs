using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Adapters.Mapped.Document;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Mapping;
using IntegrationHub.Adapters.Mapped.Rows;

namespace IntegrationHub.Adapters.Mapped.Http;

/// <summary>Cuts the body of a page into records, of each kind in turn.</summary>
internal sealed class PageReader(MappingPlan plan, HttpSection section, int maxRecordBytes)
{
    private readonly RowCells cells = new();

    /// <summary>What a page holds.</summary>
    /// <param name="body">Its body.</param>
    /// <param name="address">Where it came from; only a hash of it is used, to tell rows that cannot be read apart.</param>
    /// <param name="token">Cancels.</param>
    public async Task<HttpPage> ReadAsync(byte[] body, Uri address, CancellationToken token)
    {
        var name = $"page-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)).AsSpan(0, 6))}";
        var whole = new HttpPage([], 0, null, null);
        foreach (var kind in plan.Records)
        {
            if (body.Length == 0 && kind.Section.Format is RecordFormat.JsonLines or RecordFormat.Csv)
                continue;
            var page = await ReadAsync(kind, body, name, token);
            var high = page.High is { } cursor && (whole.High is null || Cursor.Compare(cursor, whole.High) > 0) ? cursor : whole.High;
            whole = new HttpPage([.. whole.Records, .. page.Records], Math.Max(whole.Rows, page.Rows), high, whole.Refusal ?? page.Refusal);
        }

        return whole;
    }

    private async Task<HttpPage> ReadAsync(RecordPlan kind, byte[] body, string name, CancellationToken token)
    {
        using var stream = new MemoryStream(body, writable: false);
        var file = await RecordCutters.Create(kind.Section, kind.References, maxRecordBytes).OpenAsync(name, stream, token);
        if (file.Refusal is { } refusal)
            return new HttpPage([refusal.ToRecord(name, file.Head[..Math.Min(file.Head.Length, Streams.StreamHead.Bytes)])], 0, null, refusal);
        var builder = new PageBuilder(kind, name, file.Properties, 2000);
        var cursor = section.Since is { } since ? RowReaders.Create(kind.Section, [since.From]) : null;
        var (rows, high) = (0, (string?)null);
        await foreach (var row in file.ReadAsync(file.First, token))
        {
            builder.Add(row);
            if (row.Refusal is { } broken)
                return new HttpPage(builder.Take(), rows, high, broken);
            rows++;
            if (cursor?.Read(new RawRow(row.Bytes, file.Properties, row.Line), cells) is null && cursor is not null && !cells[0].IsEmpty && cells[0].Kind != CellKind.Object
                && cells[0].Text.ToString() is var seen && (high is null || Cursor.Compare(seen, high) > 0))
            {
                high = seen;
            }
        }

        return new HttpPage(builder.Take(), rows, high, null);
    }
}
