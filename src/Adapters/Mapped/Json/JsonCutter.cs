using System.Runtime.CompilerServices;
using IntegrationHub.Adapters.Mapped.Folders;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Json;

/// <summary>Cuts the array at a dotted path of a JSON document into its elements, in constant memory whatever the size of the document.</summary>
/// <remarks>An object in the array's place is one record: converters write a list of one that way. Without a path the document itself is the array, or the one record.</remarks>
/// <param name="rows">The path: names of properties with a dot between them; null or empty for the document itself.</param>
/// <param name="outside">Values from outside the rows by name, with their dotted paths.</param>
/// <param name="maxRecordBytes">A record over this size is not given whole.</param>
internal sealed class JsonCutter(string? rows, IReadOnlyDictionary<string, string> outside, long maxRecordBytes) : IRecordCutter
{
    private readonly string[] path = string.IsNullOrWhiteSpace(rows) ? [] : rows.Split('.');

    public async Task<CutFile> OpenAsync(string fileName, Stream stream, CancellationToken token)
    {
        var head = await StreamHead.ReadAsync(stream, token);
        if (StreamHead.Refuse(head.Span, "JSON") is { } refusal)
            return CutFile.Refused(refusal, head);
        var properties = new Dictionary<string, string> { [RowProperties.File] = fileName };
        await JsonOutside.ReadAsync(stream, outside, properties, maxRecordBytes, token);
        return CutFile.Of(properties, new CutPosition(0, 1), (from, inner) => CutAsync(stream, head, from, inner)) with { Head = head };
    }

    private async IAsyncEnumerable<CutRecord> CutAsync(Stream stream, ReadOnlyMemory<byte> head, CutPosition from, [EnumeratorCancellation] CancellationToken token)
    {
        stream.Position = 0;
        var run = new JsonRun(stream, path, maxRecordBytes);
        while (await run.NextAsync(token) is { } record)
        {
            if (record.Refusal is not null)
                yield return record with { Bytes = head };
            else if (record.Next.Offset > from.Offset)
                yield return record;
        }
    }
}
