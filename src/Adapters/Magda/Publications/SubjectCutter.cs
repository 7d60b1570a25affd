using System.Xml;
using IntegrationHub.Files;

namespace IntegrationHub.Adapters.Magda.Publications;

/// <summary>Cuts a publication of any size into its subjects (Onderwerp), one at a time.</summary>
internal sealed class SubjectCutter(Stream stream, long maxBytes) : IDisposable
{
    // As of a reply.
    private const int Deepest = 200;

    private readonly ElementReader file = new(stream, maxBytes);

    /// <summary>Which publication it is; null until the root was read.</summary>
    public string? Service { get; private set; }

    /// <summary>How many subjects were met, those that were skipped included.</summary>
    public long Met { get; private set; }

    /// <summary>Why the rest of the file cannot be read; null while nothing is wrong.</summary>
    public PublicationProblem? Problem { get; private set; }

    /// <summary>The next subject; null at the end, or where <see cref="Problem"/> tells why there are no more.</summary>
    /// <param name="skip">Subjects before this number, counted from 0, are passed over.</param>
    /// <param name="token">Cancels.</param>
    public async Task<CutElement?> NextAsync(long skip, CancellationToken token)
    {
        try
        {
            while (await ReadAsync(token))
            {
                if (file.Xml.NodeType != XmlNodeType.Element)
                    continue;
                Service ??= PublicationService.Of(file.Xml.LocalName);
                if (Service is null)
                    Problem = new(PublicationProblemKind.OtherXml, file.Line, Met);
                if (file.Xml.LocalName != "Onderwerp" || Problem is not null)
                    continue;
                var cut = await file.CutAsync(isKept: Met >= skip, Copy, ReadAsync, token);
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
            Problem = new(PublicationProblemKind.TooLong, file.Line, Met);
        }

        return null;
    }

    public void Dispose() => file.Dispose();

    private async Task<bool> ReadAsync(CancellationToken token)
    {
        if (Problem is not null || !await file.ReadAsync(token))
            return false;
        if (file.Xml.Depth > Deepest)
            Problem = new(PublicationProblemKind.Mistake, file.Line, Met);
        return Problem is null;
    }

    // Local names only: whether MAGDA qualifies what is below the root matters to nobody.
    private static void Copy(XmlReader reader, XmlWriter writer)
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
