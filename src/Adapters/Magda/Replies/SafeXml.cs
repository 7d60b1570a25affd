using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>Reads XML from outside: no DTD, no external entity, bounded.</summary>
internal static class SafeXml
{
    /// <exception cref="XmlException">It is not well-formed, has a DTD, or is over <paramref name="maxBytes"/> characters.</exception>
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
        using var stream = new MemoryStream(raw.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader);
    }
}
