using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IntegrationHub.Host.Configuration;
using MassTransit;

namespace IntegrationHub.Host.Bus;

/// <summary>TLS to RabbitMQ: its name must be that of its certificate, which the authority of <c>bus.tls.ca</c> issued, or without that one the system trusts.</summary>
internal static class BusTls
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    public static void Use(IRabbitMqHostConfigurator host, BusConfiguration bus)
    {
        var authorities = bus.Tls?.Authorities() ?? [];
        host.UseSsl(ssl =>
        {
            // What the system offers, and not a version that was current when this was written.
            ssl.Protocol = System.Security.Authentication.SslProtocols.None;
            ssl.ServerName = bus.Uri!.IdnHost;
            if (bus.Tls?.Own() is { } own)
                ssl.Certificate = own.Certificate;
            ssl.CertificateValidationCallback = (_, certificate, chain, errors) => IsTrusted(certificate, chain, errors, authorities);
        });
    }

    private static bool IsTrusted(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors, X509Certificate2Collection authorities)
    {
        if (authorities.Count == 0 || certificate is null)
            return errors == SslPolicyErrors.None;
        // The authority is not one of the system: that error alone may be there, and is looked into.
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        own.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            own.ChainPolicy.ExtraStore.Add(element.Certificate);
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(shown);
    }
}
