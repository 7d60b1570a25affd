using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>Reads XML from outside: no DTD, no external entity, bounded.</summary>
internal static class SafeXml
{
    // Replies are some twenty deep; beyond that each level costs more than the one above, so that a small text can take minutes.
    private const int Deepest = 200;

    /// <exception cref="XmlException">It is not well-formed, has a DTD, is nested too deep, or is over <paramref name="maxBytes"/> characters.</exception>
    public static XDocument Read(ReadOnlyMemory<byte> raw, long maxBytes)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        var bytes = raw.ToArray();
        using (var first = XmlReader.Create(new MemoryStream(bytes, writable: false), settings))
        {
            while (first.Read())
            {
                if (first.Depth > Deepest)
                    throw new XmlException("Elements are nested too deep.", null, ((IXmlLineInfo)first).LineNumber, ((IXmlLineInfo)first).LinePosition);
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
        return XDocument.Load(reader);
    }
}
