using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Connections;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>TLS on the listener: our certificate and, where <c>clientCa</c> is set, that of every sender: issued by that authority, and one of <c>clients</c>.</summary>
internal sealed class MllpTls : IDisposable
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(10);
    private readonly OwnCertificate certificate;
    private readonly SslStreamCertificateContext shown;
    private readonly HashSet<string> clients;
    private readonly X509Certificate2Collection clientCa = [];
    private readonly TimeProvider clock;

    /// <exception cref="PermanentFailureException">A reference leads nowhere, or to something else than PEM.</exception>
    public MllpTls(MllpTlsOptions options, ISecrets secrets, TimeProvider clock)
    {
        this.clock = clock;
        certificate = Opened("'certificate' and 'key' is not PEM, or the key is not that of the certificate", () => OwnCertificate.FromPem(secrets.Open(options.Certificate), secrets.Open(options.Key)));
        shown = certificate.ForStream();
        if (options.ClientCa is { } reference)
            Opened("'clientCa' is not PEM", () => Import(secrets.Open(reference)));
        // Those that are none let nobody in; the options are held against the same.
        clients = [.. options.Clients.Select(Fingerprint).OfType<string>()];
    }

    /// <summary>Whether a sender must show a certificate.</summary>
    public bool AsksCertificates => clientCa.Count > 0;

    /// <summary>A SHA-256 fingerprint as it is compared; null for anything else.</summary>
    public static string? Fingerprint(string text)
    {
        var digits = text.Replace(":", "", StringComparison.Ordinal);
        return digits.Length == 2 * SHA256.HashSizeInBytes && digits.All(char.IsAsciiHexDigit) ? digits.ToUpperInvariant() : null;
    }

    /// <summary>The encrypted stream of a sender.</summary>
    /// <exception cref="System.Security.Authentication.AuthenticationException">It has no certificate that counts, or is no TLS.</exception>
    public async Task<Stream> AcceptAsync(Stream plain, CancellationToken token)
    {
        using var timer = new CancellationTokenSource(LongestHandshake, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, timer.Token);
        var stream = new SslStream(plain);
        try
        {
            await stream.AuthenticateAsServerAsync(Options(), either.Token);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        certificate.Dispose();
        foreach (var ca in clientCa)
            ca.Dispose();
    }

    private static T Opened<T>(string sentence, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (CryptographicException exception)
        {
            // What was read is not repeated: it may be the key.
            throw new PermanentFailureException($"what is behind {sentence}.", exception);
        }
    }

    private int Import(string pem)
    {
        clientCa.ImportFromPem(pem);
        return clientCa.Count > 0 ? clientCa.Count : throw new CryptographicException("No certificate.");
    }

    private SslServerAuthenticationOptions Options()
    {
        var options = new SslServerAuthenticationOptions { ServerCertificateContext = shown, ClientCertificateRequired = AsksCertificates };
        if (!AsksCertificates)
            return options;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(clientCa);
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.2"));
        options.CertificateChainPolicy = policy;
        // Without a certificate there is nothing to build a chain of, and SslStream would let the sender in. An authority issues to many: which of them are this hospital's, only the list says.
        options.RemoteCertificateValidationCallback = (_, theirs, _, errors) => theirs is not null && errors == SslPolicyErrors.None && clients.Contains(theirs.GetCertHashString(HashAlgorithmName.SHA256));
        return options;
    }
}
