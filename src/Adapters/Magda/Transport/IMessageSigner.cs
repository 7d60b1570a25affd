using System.Xml.Linq;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>Makes the bytes of a request that go over the line, signed or not. The seam where another way of signing takes its place.</summary>
internal interface IMessageSigner
{
    byte[] Sign(XDocument envelope);
}
