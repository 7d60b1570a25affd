using System.Text;
using System.Xml;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Copies one element out of a document as a document of its own, with the namespaces that hold where it stands, piece by piece.</summary>
internal sealed class ElementCopy(XmlReader reader, NodeBoundStream bound, long maxBytes) : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Async = true, OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly BoundedBuffer buffer = new(maxBytes);
    private readonly char[] chunk = new char[4096];

    public void Dispose() => buffer.Dispose();

    /// <summary>Copies the element at which the reader stands, which stands on its end afterwards. The bytes are valid until the next one.</summary>
    public async ValueTask<BoundedBuffer> TakeAsync(CancellationToken token)
    {
        buffer.Clear();
        await using (var writer = XmlWriter.Create(buffer, Settings))
            await WalkAsync(writer, token);
        return buffer;
    }

    /// <summary>Reads over the element.</summary>
    public async ValueTask PassAsync(CancellationToken token) => await WalkAsync(null, token);

    private async ValueTask WalkAsync(XmlWriter? writer, CancellationToken token)
    {
        var depth = reader.Depth;
        if (writer is not null)
            await WriteAsync(writer, isFirst: true);
        if (reader.IsEmptyElement)
            return;
        await AdvanceAsync();
        while (reader.Depth > depth)
        {
            token.ThrowIfCancellationRequested();
            if (writer is not null)
                await WriteAsync(writer, isFirst: false);
            await AdvanceAsync();
        }

        if (writer is not null)
            await writer.WriteEndElementAsync();
    }

    private async ValueTask AdvanceAsync()
    {
        await reader.ReadAsync();
        bound.Begin();
    }

    private async ValueTask WriteAsync(XmlWriter writer, bool isFirst)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                await WriteStartAsync(writer, isFirst);
                break;
            case XmlNodeType.EndElement:
                await writer.WriteFullEndElementAsync();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                for (int count; (count = await reader.ReadValueChunkAsync(chunk, 0, chunk.Length)) > 0;)
                {
                    await writer.WriteCharsAsync(chunk, 0, count);
                    bound.Begin();
                }

                break;
        }
    }

    private async ValueTask WriteStartAsync(XmlWriter writer, bool isFirst)
    {
        var isEmpty = reader.IsEmptyElement;
        await writer.WriteStartElementAsync(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (isFirst)
        {
            // A text may use a prefix too (xsi:type="x:Sort"), so all of them go along.
            foreach (var (prefix, uri) in ((IXmlNamespaceResolver)reader).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
            {
                if (prefix.Length > 0 && prefix != reader.Prefix)
                    await writer.WriteAttributeStringAsync("xmlns", prefix, null, uri);
            }
        }

        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (!isFirst || reader.Prefix != "xmlns")
                    await WriteAttributeAsync(writer);
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        if (isEmpty)
            await writer.WriteEndElementAsync();
    }

    private async ValueTask WriteAttributeAsync(XmlWriter writer)
    {
        if (reader.Prefix.Length > 0 || reader.LocalName != "xmlns")
            await writer.WriteAttributeStringAsync(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
    }
}
