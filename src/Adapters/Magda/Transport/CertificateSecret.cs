using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>A certificate with its key out of a secret: PEM text, or a PFX in base64.</summary>
internal static class CertificateSecret
{
    /// <exception cref="PermanentFailureException">The secret holds no certificate with a key, or the password is wrong.</exception>
    public static X509Certificate2 Open(ISecrets secrets, string option, string reference, string? passwordReference)
    {
        var text = secrets.Open(reference);
        var password = passwordReference is null ? null : secrets.Open(passwordReference);
        try
        {
            if (!text.Contains("-----BEGIN", StringComparison.Ordinal))
                return X509CertificateLoader.LoadPkcs12(Convert.FromBase64String(text), password);
            return password is null ? X509Certificate2.CreateFromPem(text, text) : X509Certificate2.CreateFromEncryptedPem(text, text, password);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or ArgumentException)
        {
            throw new PermanentFailureException(
                $"{option}: behind {reference} there must be a certificate with its private key, as PEM text or as a PFX in base64, and {option}Password must fit.", problem);
        }
    }
}
