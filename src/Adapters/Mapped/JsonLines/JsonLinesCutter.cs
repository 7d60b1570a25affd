using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.JsonLines;

/// <summary>Cuts a file with a JSON object on each line. A line that is no JSON is a record of its own, which the normaliser rejects; blank lines are none.</summary>
/// <param name="maxRecordBytes">A line over this size is not given whole.</param>
internal sealed class JsonLinesCutter(long maxRecordBytes) : IRecordCutter
{
    private const string Format = "JSON Lines";

    public async Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token)
    {
        var head = await StreamHead.ReadAsync(stream, token);
        if ((StreamHead.Refuse(head.Span, Format) ?? RefuseJson(StreamHead.Text(head.Span))) is { } refusal)
            return CutFile.Refused(refusal, head);
        var properties = new Dictionary<string, string> { [RowProperties.File] = fileName };
        return CutFile.Of(properties, new CutPosition(StreamHead.MarkLength(head.Span), 1), (from, inner) => CutAsync(stream, from, inner)) with { Head = head };
    }

    // A document over many lines would be refused line by line.
    private static FileRefusal? RefuseJson(ReadOnlySpan<byte> text)
    {
        var line = text[..(text.IndexOf((byte)'\n') is var end and >= 0 ? end : text.Length)].TrimEnd(" \t\r"u8);
        return text[0] == '[' || line.SequenceEqual("{"u8)
            ? new FileRefusal("a JSON object on each line, found one JSON document over several lines", "write format: json in the source.yaml")
            : null;
    }

    private async IAsyncEnumerable<CutRecord> CutAsync(Stream stream, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        stream.Position = from.Offset;
        var lines = new LineScanner(stream, maxRecordBytes, from);
        do
        {
            while (lines.TryRead(out var line))
            {
                if (line.RefusedSize is not null || !line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
                    yield return line;
            }
        }
        while (await lines.FillAsync(token));
    }
}
