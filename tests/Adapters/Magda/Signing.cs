using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Adapters.Magda.Transport;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Tests;

/// <summary>The signature is checked by hand here: canonical form, digest and RSA one by one, without the class that made it.</summary>
public sealed class Signing
{
    private const string Ds = "http://www.w3.org/2000/09/xmldsig#";
    private const string Wsu = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    [Fact]
    public async Task The_signature_of_what_went_over_the_line_holds()
    {
        var message = await SendSignedAsync();
        Holds(message).ShouldBeTrue();
        Signed(message).ShouldBe(["Timestamp", "Body"]);
        message.GetElementsByTagName("Expires", Wsu)[0]!.InnerText.ShouldBe("2026-11-21T10:05:00.000Z");
    }

    [Theory]
    [InlineData("//INSZ")]
    [InlineData("//Hoedanigheid")]
    [InlineData("//*[local-name()='Expires']")]
    [InlineData("//*[local-name()='DigestValue']")]
    public async Task One_changed_character_breaks_it(string path)
    {
        var message = await SendSignedAsync();
        var node = message.SelectSingleNode(path)!;
        var text = node.InnerText;
        node.InnerText = text[..^2] + (text[^2] == '1' ? '2' : '1') + text[^1];
        Holds(message).ShouldBeFalse();
    }

    [Fact]
    public void A_pfx_in_base64_with_its_password_is_a_certificate_too()
    {
        using var certificate = NewCertificate();
        var secrets = new FakeSecrets();
        secrets.Values["env:PFX"] = Convert.ToBase64String(certificate.Export(X509ContentType.Pfx, "secret"));
        secrets.Values["env:PASSWORD"] = "secret";
        using var opened = CertificateSecret.Open(secrets, "clientCertificate", "env:PFX", "env:PASSWORD");
        opened.HasPrivateKey.ShouldBeTrue();
        opened.Thumbprint.ShouldBe(certificate.Thumbprint);
        secrets.Values["env:PASSWORD"] = "wrong";
        Should.Throw<PermanentFailureException>(() => CertificateSecret.Open(secrets, "clientCertificate", "env:PFX", "env:PASSWORD"))
            .Message.ShouldBe("clientCertificate: behind env:PFX there must be a certificate with its private key, as PEM text or as a PFX in base64, and clientCertificatePassword must fit.");
    }

    [Fact]
    public void Without_a_certificate_the_envelope_goes_as_it_is()
    {
        var envelope = new XDocument(new XElement("a", new XElement("b")));
        Encoding.UTF8.GetString(new NoSigner().Sign(envelope)).ShouldBe("""<?xml version="1.0" encoding="utf-8"?><a><b /></a>""");
    }

    private static async Task<XmlDocument> SendSignedAsync()
    {
        await using var rig = new Rig();
        using var certificate = NewCertificate();
        rig.Secrets.Values["file:magda.pem"] = certificate.ExportCertificatePem() + "\n" + certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();
        rig.Options["signingCertificate"] = "file:magda.pem";
        rig.List(SmallReplies.Asked);
        await rig.SimulateAsync(Path.Combine(Folders.Sample, "replies"));
        (await rig.RunAsync()).Latest.Count.ShouldBe(3);
        var message = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        message.LoadXml(Encoding.UTF8.GetString(rig.Log.Requests.First(one => one.Service == "GeefPersoon").Raw.Span));
        return message;
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=integrationhub test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static bool Holds(XmlDocument message)
    {
        foreach (XmlElement reference in message.GetElementsByTagName("Reference", Ds))
        {
            var digest = SHA256.HashData(Canonical(Find(message, reference.GetAttribute("URI")[1..])));
            if (reference["DigestValue", Ds]!.InnerText != Convert.ToBase64String(digest))
                return false;
        }

        var token = message.SelectSingleNode("//*[local-name()='BinarySecurityToken']")!.InnerText;
        using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(token));
        var info = (XmlElement)message.GetElementsByTagName("SignedInfo", Ds)[0]!;
        var value = Convert.FromBase64String(message.GetElementsByTagName("SignatureValue", Ds)[0]!.InnerText);
        return certificate.GetRSAPublicKey()!.VerifyData(Canonical(info), value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static IEnumerable<string> Signed(XmlDocument message) =>
        message.GetElementsByTagName("Reference", Ds).Cast<XmlElement>().Select(reference => Find(message, reference.GetAttribute("URI")[1..]).LocalName);

    private static XmlElement Find(XmlDocument message, string id) => (XmlElement)message.SelectSingleNode($"//*[@*[local-name()='Id']='{id}']")!;

    /// <summary>Exclusive C14N of one element where it stands.</summary>
    private static byte[] Canonical(XmlElement element)
    {
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(element.SelectNodes("descendant-or-self::node() | descendant-or-self::*/@* | descendant-or-self::*/namespace::*")!);
        using var stream = (Stream)transform.GetOutput(typeof(Stream));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
