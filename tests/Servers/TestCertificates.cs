using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IntegrationHub.Tests.Servers;

/// <summary>An authority of a test, and what it issues, as PEM. Nothing trusts it but who is given <see cref="AuthorityPem"/>.</summary>
public sealed class TestCertificates : IDisposable
{
    static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    static readonly DateTimeOffset Until = DateTimeOffset.UtcNow.AddDays(30);
    readonly X509Certificate2 _authority;

    public TestCertificates(string name = "Test authority")
        : this(name, null)
    {
    }

    TestCertificates(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        if (issuer is null)
        {
            _authority = request.CreateSelfSigned(From, Until);
            return;
        }

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        using var issued = request.Create(issuer, From, Until, RandomNumberGenerator.GetBytes(12));
        _authority = issued.CopyWithPrivateKey(key);
    }

    /// <summary>An authority that this one vouches for, as most have that issue to the public.</summary>
    public TestCertificates Between() => new("Test authority between", _authority);

    public string AuthorityPem => _authority.ExportCertificatePem();

    /// <summary>For a server that is reached by these names or addresses.</summary>
    public (string Certificate, string Key) ForServer(params string[] hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
                names.AddIpAddress(address);
            else
                names.AddDnsName(host);
        }

        return Issue(hosts[0], "1.3.6.1.5.5.7.3.1", names.Build());
    }

    public (string Certificate, string Key) ForClient(string name) => Issue(name, "1.3.6.1.5.5.7.3.2", null);

    /// <summary>What a server on 127.0.0.1 needs: <c>ca.pem</c>, <c>server.pem</c> and <c>server.key</c>.</summary>
    internal async Task WriteForServerAsync(string folder, CancellationToken token)
    {
        var (certificate, key) = ForServer("127.0.0.1");
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), AuthorityPem, token);
        await File.WriteAllTextAsync(Path.Combine(folder, "server.pem"), certificate, token);
        await File.WriteAllTextAsync(Path.Combine(folder, "server.key"), key, token);
    }

    /// <summary>The SHA-256 fingerprint of the first certificate in PEM.</summary>
    public static string FingerprintOf(string pem)
    {
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }

    public void Dispose() => _authority.Dispose();

    (string Certificate, string Key) Issue(string name, string usage, X509Extension? names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false));
        if (names is not null)
            request.CertificateExtensions.Add(names);
        using var issued = request.Create(_authority, From, Until, RandomNumberGenerator.GetBytes(12));
        return (issued.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
