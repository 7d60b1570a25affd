using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace IntegrationHub.Connections;

/// <summary>The certificate that we show, and those between it and its authority, which the other end need not have.</summary>
public sealed class OwnCertificate : IDisposable
{
    private OwnCertificate(X509Certificate2 certificate, X509Certificate2Collection between) => (Certificate, Between) = (certificate, between);

    /// <summary>Our own, with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Those between it and its authority; none where the authority issued ours itself.</summary>
    public X509Certificate2Collection Between { get; }

    /// <summary>Reads what authorities hand out: our own certificate first, then those between (<c>fullchain.pem</c>).</summary>
    /// <param name="certificates">PEM.</param>
    /// <param name="key">The private key of the first, PEM.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It is no PEM, or the key is not that of the first.</exception>
    public static OwnCertificate FromPem(string certificates, string key)
    {
        var own = X509Certificate2.CreateFromPem(certificates, key);
        var between = new X509Certificate2Collection();
        between.ImportFromPem(certificates);
        between[0].Dispose();
        between.RemoveAt(0);
        return new OwnCertificate(own, between);
    }

    /// <summary>For an <see cref="SslStream"/>; nothing is looked up elsewhere.</summary>
    public SslStreamCertificateContext ForStream() => SslStreamCertificateContext.Create(Certificate, Between, offline: true);

    /// <inheritdoc/>
    public void Dispose()
    {
        Certificate.Dispose();
        foreach (var one in Between)
            one.Dispose();
    }
}
