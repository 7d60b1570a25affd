using System.Text;
using System.Xml;

namespace IntegrationHub.Adapters.Mapped.Xml;

/// <summary>Reads XML from outside: no DTD, nothing fetched.</summary>
internal static class SafeXml
{
    // A document may say that it is in Windows-1252.
    static SafeXml() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

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
