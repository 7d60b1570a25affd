using System.Xml;
using IntegrationHub.Adapters.Ziekenfonds.Files;
using IntegrationHub.Adapters.Ziekenfonds.Notifications;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Ziekenfonds.Xml;

/// <summary>Cuts a file of any size into notifications, one at a time.</summary>
/// <param name="stream">The file from its beginning.</param>
/// <param name="head">Its first bytes.</param>
/// <param name="kinds">Which elements are notifications.</param>
/// <param name="maxBytes">The largest notification that is kept whole.</param>
internal sealed class NotificationCutter(Stream stream, byte[] head, NotificationKinds kinds, long maxBytes) : IDisposable
{
    private const int Deepest = 64;
    private readonly ElementReader file = new(stream, maxBytes);
    private bool hasRoot;

    /// <summary>How many notifications were met, those that were skipped included.</summary>
    public long Met { get; private set; }

    /// <summary>Why the rest of the file cannot be read; null while nothing is wrong.</summary>
    public FileProblem? Problem { get; private set; }

    private FileProblem ProblemHere(FileProblemKind kind) => new(kind, file.Line, file.Xml is IXmlLineInfo place ? place.LinePosition : 0, Met);

    /// <summary>The next notification; null at the end, or where <see cref="Problem"/> tells why there are no more.</summary>
    /// <param name="skip">Notifications before this number, counted from 0, are passed over.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CutNotification?> NextAsync(long skip, CancellationToken token)
    {
        try
        {
            while (await ReadAsync(token))
            {
                if (file.Xml.NodeType != XmlNodeType.Element)
                    continue;
                hasRoot = true;
                if (kinds.Of(file.Xml.LocalName) is not { } kind)
                    continue;
                var cut = await file.CutAsync(isKept: Met >= skip, Copy, ReadAsync, token);
                Met++;
                if (cut is not null)
                    return new CutNotification(kind, cut);
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

    public void Dispose() => file.Dispose();

    private async Task<bool> ReadAsync(CancellationToken token)
    {
        if (Problem is not null || !await file.ReadAsync(token))
            return false;
        if (file.Xml.Depth > Deepest)
            Problem = ProblemHere(FileProblemKind.Nested);
        return Problem is null;
    }

    private static void Copy(XmlReader reader, XmlWriter writer)
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
