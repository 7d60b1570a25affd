using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Connections;

namespace IntegrationHub.Host.Configuration;

/// <summary>Certificates of one end of a connection, as the PEM that references led to; empty where there is none.</summary>
/// <param name="Ca">Of the authorities that the other end is held against; empty for those of the system.</param>
/// <param name="Certificate">Our own, then those between it and its authority.</param>
/// <param name="Key">Its private key.</param>
internal sealed record TlsConfiguration(string Ca, string Certificate, string Key)
{
    public X509Certificate2Collection Authorities()
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(Ca);
        return authorities;
    }

    public OwnCertificate? Own() => Certificate.Length == 0 ? null : OwnCertificate.FromPem(Certificate, Key);

    /// <summary>What is wrong with them, by option; null when they can be used. Never what was read: it may be the key.</summary>
    public (string Option, string Problem)? Mistake()
    {
        try
        {
            if (Ca.Length > 0 && Authorities().Count == 0)
                return ("ca", "expected certificates in PEM behind the reference.");
            Own()?.Dispose();
            return null;
        }
        catch (CryptographicException)
        {
            return ("certificate", "expected a certificate in PEM behind the reference, and its private key in PEM behind that of 'key'.");
        }
    }

    /// <summary>It holds a key.</summary>
    public override string ToString() => "TlsConfiguration";
}
