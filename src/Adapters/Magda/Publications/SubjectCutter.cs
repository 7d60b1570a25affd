using System.Text;
using System.Xml;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Cuts a publication of any size into its subjects (Onderwerp), one at a time.</summary>
internal sealed class SubjectCutter : IDisposable
{
    private const int KeptOfTooLarge = 4 * 1024;

    // The parser reads blocks, so a piece seems longer by what came along with it.
    private const int BlockBytes = 256 * 1024;

    private readonly long maxBytes;
    private readonly ReadAhead input;
    private readonly XmlReader reader;

    public SubjectCutter(Stream stream, long maxBytes)
    {
        this.maxBytes = maxBytes;
        input = new ReadAhead(stream, maxBytes + BlockBytes);
        reader = XmlReader.Create(input, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
    }

    /// <summary>Which publication it is; null until the root was read.</summary>
    public string? Service { get; private set; }

    /// <summary>How many subjects were met, those that were skipped included.</summary>
    public long Met { get; private set; }

    /// <summary>Why the rest of the file cannot be read; null while nothing is wrong.</summary>
    public PublicationProblem? Problem { get; private set; }

    private int Line => reader is IXmlLineInfo { LineNumber: > 0 } place ? place.LineNumber : 1;

    /// <summary>The next subject; null at the end, or where <see cref="Problem"/> tells why there are no more.</summary>
    /// <param name="skip">Subjects before this number, counted from 0, are passed over.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CutSubject?> NextAsync(long skip, CancellationToken token)
    {
        try
        {
            while (await ReadAsync(token))
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                Service ??= PublicationService.Of(reader.LocalName);
                if (Service is null)
                    Problem = new(PublicationProblemKind.OtherXml, Line, Met);
                if (reader.LocalName != "Onderwerp" || Problem is not null)
                    continue;
                var cut = await CutAsync(isKept: Met >= skip, token);
                Met++;
                if (cut is not null)
                    return cut;
            }
        }
        catch (XmlException e)
        {
            var isCutOff = Service is not null && e.Message.StartsWith("Unexpected end of file", StringComparison.Ordinal);
            Problem = new(isCutOff ? PublicationProblemKind.CutOff : PublicationProblemKind.Mistake, e.LineNumber, Met);
        }
        catch (PieceTooLongException)
        {
            Problem = new(PublicationProblemKind.TooLong, Line, Met);
        }

        return null;
    }

    public void Dispose()
    {
        reader.Dispose();
        input.Dispose();
    }

    private async Task<bool> ReadAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        input.Restart();
        return Problem is null && await reader.ReadAsync();
    }

    // From the start tag that the reader stands on to its end tag; null when it is not kept, or when the file goes wrong within it.
    private async Task<CutSubject?> CutAsync(bool isKept, CancellationToken token)
    {
        var (line, depth, begin) = (Line, reader.Depth, input.Total);
        var text = new StringBuilder();
        using var writer = XmlWriter.Create(text, new XmlWriterSettings { ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.Entitize });
        var isTooLarge = false;
        do
        {
            if (isKept && !isTooLarge)
            {
                Copy(writer);
                isTooLarge = text.Length > maxBytes;
            }

            if (reader.Depth == depth && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                if (!isKept)
                    return null;
                writer.Flush();
                var xml = Encoding.UTF8.GetBytes(text.ToString(0, isTooLarge ? Math.Min(text.Length, KeptOfTooLarge) : text.Length));
                return isTooLarge || xml.Length > maxBytes ? new(xml.AsMemory(0, (int)Math.Min(maxBytes, xml.Length)), line, input.Total - begin) : new(xml, line, null);
            }
        }
        while (await ReadAsync(token));
        return null;
    }

    // Local names only: whether MAGDA qualifies what is below the root matters to nobody.
    private void Copy(XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.LocalName);
                while (reader.MoveToNextAttribute())
                {
                    if (reader.NamespaceURI.Length == 0)
                        writer.WriteAttributeString(reader.LocalName, reader.Value);
                }

                reader.MoveToElement();
                if (reader.IsEmptyElement)
                    writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
        }
    }
}
