using System.Text;
using System.Xml;
using IntegrationHub.Adapters.Ziekenfonds.Files;
using IntegrationHub.Adapters.Ziekenfonds.Notifications;

namespace IntegrationHub.Adapters.Ziekenfonds.Xml;

/// <summary>Cuts a file of any size into notifications, one at a time.</summary>
internal sealed class NotificationCutter : IDisposable
{
    private const int Deepest = 64;
    private const int KeptOfTooLarge = 4 * 1024;

    // The parser reads blocks, so a piece seems longer by what came along with it.
    private const int BlockBytes = 256 * 1024;

    private readonly NotificationKinds kinds;
    private readonly long maxBytes;
    private readonly ReadAhead input;
    private readonly XmlReader reader;
    private readonly byte[] head;
    private bool hasRoot;

    /// <summary>Cuts a file.</summary>
    /// <param name="stream">The file from its beginning.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="kinds">Which elements are notifications.</param>
    /// <param name="maxBytes">The largest notification that is kept whole.</param>
    public NotificationCutter(Stream stream, byte[] head, NotificationKinds kinds, long maxBytes)
    {
        (this.kinds, this.maxBytes, this.head) = (kinds, maxBytes, head);
        input = new ReadAhead(stream, maxBytes + BlockBytes);
        reader = XmlReader.Create(input, new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false });
    }

    /// <summary>How many notifications were met, those that were skipped included.</summary>
    public long Met { get; private set; }

    /// <summary>Why the rest of the file cannot be read; null while nothing is wrong.</summary>
    public FileProblem? Problem { get; private set; }

    private int Line => reader is IXmlLineInfo { LineNumber: > 0 } place ? place.LineNumber : 1;

    private FileProblem ProblemHere(FileProblemKind kind) => new(kind, Line, reader is IXmlLineInfo place ? place.LinePosition : 0, Met);

    /// <summary>The next notification; null at the end, or where <see cref="Problem"/> tells why there are no more.</summary>
    /// <param name="skip">Notifications before this number, counted from 0, are passed over.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CutNotification?> NextAsync(long skip, CancellationToken token)
    {
        try
        {
            while (await ReadAsync(token))
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                hasRoot = true;
                if (kinds.Of(reader.LocalName) is not { } kind)
                    continue;
                var cut = await CutAsync(kind, isKept: Met >= skip, token);
                Met++;
                if (cut is not null)
                    return cut;
            }

            if (Problem is null && Met == 0)
                Problem = new FileProblem(FileProblemKind.NoNotifications);
        }
        catch (XmlException e)
        {
            var isCutOff = e.Message.StartsWith("Unexpected end of file", StringComparison.Ordinal);
            var kind = !hasRoot && FileStart.HasDocumentType(head) ? FileProblemKind.DocumentType : isCutOff ? FileProblemKind.CutOff : FileProblemKind.Mistake;
            Problem = new FileProblem(kind, e.LineNumber, e.LinePosition, Met);
        }
        catch (PieceTooLongException)
        {
            Problem = ProblemHere(FileProblemKind.TooLong);
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
        if (Problem is not null || !await reader.ReadAsync())
            return false;
        if (reader.Depth > Deepest)
            Problem = ProblemHere(FileProblemKind.Nested);
        return Problem is null;
    }

    // From the start tag that the reader stands on to its end tag; null when it is not kept, or when the file goes wrong within it.
    private async Task<CutNotification?> CutAsync(NotificationKind kind, bool isKept, CancellationToken token)
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
                return isTooLarge || xml.Length > maxBytes ? new CutNotification(kind, xml.AsMemory(0, (int)Math.Min(maxBytes, xml.Length)), line, input.Total - begin) : new CutNotification(kind, xml, line, null);
            }
        }
        while (await ReadAsync(token));
        return null;
    }

    private void Copy(XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, defattr: false);
                if (reader.IsEmptyElement)
                    writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                writer.WriteWhitespace(reader.Value);
                break;
            case XmlNodeType.Comment:
                // Only its lines stay, so that those of the fields can be told.
                writer.WriteWhitespace(new string('\n', reader.Value.Count(c => c == '\n')));
                break;
        }
    }
}
