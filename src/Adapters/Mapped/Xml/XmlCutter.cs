using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Cuts a repeated element out of an XML document, each a document of its own with the namespaces it needs, in memory bounded by the largest record.</summary>
/// <param name="rows">The path of the element; null or empty for the root.</param>
/// <param name="outside">Values from outside the rows by name, with their paths.</param>
/// <param name="maxRecordBytes">Of a record over this size only the beginning is given.</param>
internal sealed class XmlCutter(string? rows, IReadOnlyDictionary<string, string> outside, long maxRecordBytes) : IRecordCutter
{
    private readonly ElementPath path = new(rows);

    public async Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token)
    {
        var head = await StreamHead.ReadAsync(stream, token);
        if (Refuse(head.Span) is { } refusal)
            return CutFile.Refused(refusal, head);
        var properties = new Dictionary<string, string> { [RowProperties.File] = fileName };
        if (await XmlOutside.ReadAsync(stream, outside, properties, maxRecordBytes, token) is { } ambiguous)
            return CutFile.Refused(ambiguous, head);
        return CutFile.Of(properties, new CutPosition(0, 1), (from, inner) => CutAsync(stream, head, from, inner)) with { Head = head };
    }

    private static FileRefusal? Refuse(ReadOnlySpan<byte> head)
    {
        // XML says itself in what it is written: UTF-16 is as good as any.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return null;
        if (StreamHead.Refuse(head, "XML", allowsTags: true) is { } refusal)
            return refusal;
        if (StreamHead.Text(head)[0] != '<')
            return new FileRefusal("XML, found text that does not begin with a tag", "export it as XML, or write in the source.yaml under format what it is");
        return head.IndexOf("<!DOCTYPE"u8) >= 0
            ? new FileRefusal("XML without a DOCTYPE, found one", "export it without: a DOCTYPE can make a small file endless, and is not read")
            : null;
    }

    private async IAsyncEnumerable<CutRecord> CutAsync(Stream stream, ReadOnlyMemory<byte> head, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        stream.Position = 0;
        using var run = new XmlRun(stream, path, from.Offset, maxRecordBytes);
        while (await run.NextAsync(token) is { } record)
            yield return record.Refusal is null ? record : record with { Bytes = head };
    }
}
