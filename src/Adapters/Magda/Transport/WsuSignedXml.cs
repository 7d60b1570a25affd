using System.Security.Cryptography.Xml;
using System.Xml;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>Finds what is signed by <c>wsu:Id</c>, as WS-Security names it; the framework looks for <c>Id</c> without namespace only.</summary>
internal sealed class WsuSignedXml(XmlDocument document) : SignedXml(document)
{
    public override XmlElement? GetIdElement(XmlDocument? document, string idValue) =>
        document?.SelectSingleNode($"//*[@*[local-name()='Id' and namespace-uri()!='']='{idValue}']") as XmlElement ?? base.GetIdElement(document, idValue);
}
