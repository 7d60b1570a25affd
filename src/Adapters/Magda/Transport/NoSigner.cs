using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>Sends the envelope as it is: mutual TLS alone, or a simulator.</summary>
internal sealed class NoSigner : IMessageSigner
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = false };

    public byte[] Sign(XDocument envelope)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
            envelope.Save(writer);
        return stream.ToArray();
    }
}
