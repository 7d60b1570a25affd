using System.Text;
using System.Xml;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Reads XML from outside: no DTD, nothing fetched.</summary>
internal static class SafeXml
{
    // A document may say that it is in Windows-1252.
    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Far deeper than any export; beyond it each level costs more than the one above.</summary>
    private const int Deepest = 200;

    /// <exception cref="XmlException">The reader stands deeper than any export goes.</exception>
    public static void CheckDepth(XmlReader reader)
    {
        if (reader.Depth > Deepest)
            throw new XmlException("Elements are nested too deep.", null, (reader as IXmlLineInfo)?.LineNumber ?? 0, (reader as IXmlLineInfo)?.LinePosition ?? 0);
    }

    public static XmlReader Open(Stream stream, bool isAsync) => XmlReader.Create(stream, new XmlReaderSettings
    {
        Async = isAsync,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    });
}
