using System.Text;
using System.Xml;

namespace IntegrationHub.Files;

/// <summary>Reads XML of any size node by node, and cuts elements out of it: never more in memory than one element that is kept. A document type is refused (<see cref="XmlException"/>).</summary>
public sealed class ElementReader : IDisposable
{
    private const int KeptOfTooLarge = 4 * 1024;

    // The parser reads blocks, so a piece seems longer by what came along with it.
    private const int BlockBytes = 256 * 1024;

    private readonly long maxBytes;
    private readonly ReadAhead input;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file from its beginning; it is left open.</param>
    /// <param name="maxBytes">The largest element that is kept whole.</param>
    public ElementReader(Stream stream, long maxBytes)
    {
        this.maxBytes = maxBytes;
        input = new ReadAhead(stream, maxBytes + BlockBytes);
        Xml = XmlReader.Create(input, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
    }

    /// <summary>Stands on the node that was read last.</summary>
    public XmlReader Xml { get; }

    /// <summary>Its line, from 1.</summary>
    public int Line => Xml is IXmlLineInfo { LineNumber: > 0 } place ? place.LineNumber : 1;

    /// <summary>The next node; false at the end.</summary>
    /// <exception cref="XmlException">The file is not well-formed.</exception>
    /// <exception cref="PieceTooLongException">One tag or text is longer than a whole record may be.</exception>
    public Task<bool> ReadAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        input.Restart();
        return Xml.ReadAsync();
    }

    /// <summary>From the start tag that the reader stands on to its end tag; null when it is not kept, or when the file ends within it.</summary>
    /// <param name="isKept">Whether its content matters; else it is passed over.</param>
    /// <param name="copy">Writes the node that the reader stands on, as it is to be kept.</param>
    /// <param name="readAsync">Reads the next node, and may end the file early: <see cref="ReadAsync"/> with checks of the caller's own.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CutElement?> CutAsync(bool isKept, Action<XmlReader, XmlWriter> copy, Func<CancellationToken, Task<bool>> readAsync, CancellationToken token)
    {
        var (line, depth, begin) = (Line, Xml.Depth, input.Total);
        var text = new StringBuilder();
        using var writer = XmlWriter.Create(text, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize });
        var isTooLarge = false;
        do
        {
            if (isKept && !isTooLarge)
            {
                copy(Xml, writer);
                isTooLarge = text.Length > maxBytes;
            }

            if (Xml.Depth == depth && (Xml.NodeType == XmlNodeType.EndElement || Xml.IsEmptyElement))
            {
                if (!isKept)
                    return null;
                writer.Flush();
                var xml = Encoding.UTF8.GetBytes(text.ToString(0, isTooLarge ? Math.Min(text.Length, KeptOfTooLarge) : text.Length));
                return isTooLarge || xml.Length > maxBytes ? new CutElement(xml.AsMemory(0, (int)Math.Min(maxBytes, xml.Length)), line, input.Total - begin) : new CutElement(xml, line, null);
            }
        }
        while (await readAsync(token));
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Xml.Dispose();
        input.Dispose();
    }
}
