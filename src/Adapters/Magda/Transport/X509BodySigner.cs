using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>
/// WS-Security 1.0 with an X.509 token: the certificate travels as BinarySecurityToken, Timestamp and Body are signed (exclusive C14N, RSA-SHA256).
/// </summary>
internal sealed class X509BodySigner : IMessageSigner, IDisposable
{
    private const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    private const string X509v3 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
    private const string Base64 = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(5);

    private readonly X509Certificate2 certificate;
    private readonly RSA key;
    private readonly TimeProvider clock;

    public X509BodySigner(X509Certificate2 certificate, TimeProvider clock)
    {
        this.certificate = certificate;
        this.clock = clock;
        key = certificate.GetRSAPrivateKey()
            ?? throw new PermanentFailureException("signingCertificate: a certificate with its RSA private key is needed, this one has none.");
    }

    public byte[] Sign(XDocument envelope)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        using (var reader = envelope.CreateReader())
            document.Load(reader);
        var body = Child(document.DocumentElement!, "Body");
        Identify(body, "body");
        var security = document.CreateElement("wsse", "Security", Wsse);
        Attribute(security, "soapenv", "mustUnderstand", Soap, "1");
        Child(document.DocumentElement!, "Header").AppendChild(security);
        security.AppendChild(Timestamp(document));
        security.AppendChild(Token(document));
        security.AppendChild(document.ImportNode(Signature(document), deep: true));
        return Encoding.UTF8.GetBytes(document.OuterXml);
    }

    public void Dispose() => key.Dispose();

    private XmlElement Signature(XmlDocument document)
    {
        var signed = new WsuSignedXml(document) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        foreach (var id in new[] { "timestamp", "body" })
        {
            var reference = new Reference("#" + id) { DigestMethod = SignedXml.XmlDsigSHA256Url };
            reference.AddTransform(new XmlDsigExcC14NTransform());
            signed.AddReference(reference);
        }

        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoNode(TokenReference(document)));
        signed.ComputeSignature();
        return signed.GetXml();
    }

    private XmlElement Timestamp(XmlDocument document)
    {
        var now = clock.GetUtcNow();
        var timestamp = document.CreateElement("wsu", "Timestamp", Wsu);
        Identify(timestamp, "timestamp");
        timestamp.AppendChild(InstantElement(document, "Created", now));
        timestamp.AppendChild(InstantElement(document, "Expires", now + Validity));
        return timestamp;
    }

    private static XmlElement InstantElement(XmlDocument document, string name, DateTimeOffset at)
    {
        var element = document.CreateElement("wsu", name, Wsu);
        element.InnerText = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return element;
    }

    private XmlElement Token(XmlDocument document)
    {
        var token = document.CreateElement("wsse", "BinarySecurityToken", Wsse);
        Identify(token, "token");
        token.SetAttribute("ValueType", X509v3);
        token.SetAttribute("EncodingType", Base64);
        token.InnerText = Convert.ToBase64String(certificate.RawData);
        return token;
    }

    private static XmlElement TokenReference(XmlDocument document)
    {
        var holder = document.CreateElement("wsse", "SecurityTokenReference", Wsse);
        var reference = document.CreateElement("wsse", "Reference", Wsse);
        reference.SetAttribute("URI", "#token");
        reference.SetAttribute("ValueType", X509v3);
        holder.AppendChild(reference);
        return holder;
    }

    private static void Identify(XmlElement element, string id) => Attribute(element, "wsu", "Id", Wsu, id);

    /// <summary>With its prefix: one that the writer invents only on output would change what was signed.</summary>
    private static void Attribute(XmlElement element, string prefix, string name, string space, string value)
    {
        var attribute = element.OwnerDocument.CreateAttribute(prefix, name, space);
        attribute.Value = value;
        element.SetAttributeNode(attribute);
    }

    private static XmlElement Child(XmlElement parent, string name) => parent[name, Soap] ?? throw new InvalidOperationException($"An envelope has a {name}.");
}
