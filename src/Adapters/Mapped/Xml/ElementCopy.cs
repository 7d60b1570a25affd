using System.Text;
using System.Xml;
using IntegrationHub.Adapters.Mapped.Streams;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Copies one element out of a document as a document of its own, with the namespaces that hold where it stands, piece by piece.</summary>
internal sealed class ElementCopy(XmlReader reader, NodeBoundStream bound, long maxBytes) : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly BoundedBuffer buffer = new(maxBytes);
    private readonly char[] chunk = new char[4096];

    public void Dispose() => buffer.Dispose();

    /// <summary>Copies the element at which the reader stands, which stands on its end afterwards. The bytes are valid until the next one.</summary>
    public async ValueTask<BoundedBuffer> TakeAsync(CancellationToken token)
    {
        buffer.Clear();
        var writer = XmlWriter.Create(buffer, Settings);
        await WalkAsync(writer, token);
        Finish(writer);
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
            WriteEnd(writer);
    }

    // Written into memory: there is nothing to wait for.
    private static void Finish(XmlWriter writer) => writer.Dispose();

    private static void WriteEnd(XmlWriter writer) => writer.WriteFullEndElement();

    private async ValueTask AdvanceAsync()
    {
        await reader.ReadAsync();
        SafeXml.CheckDepth(reader);
        bound.Begin();
    }

    private async ValueTask WriteAsync(XmlWriter writer, bool isFirst)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                WriteStart(writer, isFirst);
                break;
            case XmlNodeType.EndElement:
                WriteEnd(writer);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                for (int count; (count = await reader.ReadValueChunkAsync(chunk, 0, chunk.Length)) > 0;)
                {
                    WriteText(writer, count);
                    bound.Begin();
                }

                break;
        }
    }

    private void WriteText(XmlWriter writer, int count) => writer.WriteChars(chunk, 0, count);

    private void WriteStart(XmlWriter writer, bool isFirst)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        if (isFirst)
        {
            // A text may use a prefix too (xsi:type="x:Sort"), so all of them go along.
            foreach (var (prefix, uri) in ((IXmlNamespaceResolver)reader).GetNamespacesInScope(XmlNamespaceScope.ExcludeXml))
            {
                if (prefix.Length > 0 && prefix != reader.Prefix)
                    writer.WriteAttributeString("xmlns", prefix, null, uri);
            }
        }

        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (!isFirst || reader.Prefix != "xmlns")
                    WriteAttribute(writer);
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        if (isEmpty)
            writer.WriteEndElement();
    }

    private void WriteAttribute(XmlWriter writer)
    {
        if (reader.Prefix.Length > 0 || reader.LocalName != "xmlns")
            writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
    }
}
