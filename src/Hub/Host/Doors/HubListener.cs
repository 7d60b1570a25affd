using IntegrationHub.Host.Configuration;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IntegrationHub.Host.Doors;

/// <summary>
/// How Kestrel listens: small heads, none that dribble in, HTTP/1.1 alone. There is no limit on all connections together, which strangers could use up; see <see cref="StrangerConnections"/>.
/// </summary>
internal static class HubListener
{
    public static void Configure(KestrelServerOptions kestrel, HubConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = configuration.MaxRecordBytes + 1;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.MaxRequestLineSize = 4 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        if (configuration.HttpTls?.Own() is { } own)
            kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (own.Certificate, own.Between));
        kestrel.ConfigureEndpointDefaults(listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            var strangers = listen.ApplicationServices.GetRequiredService<StrangerConnections>();
            listen.Use(next => connection => strangers.ServeAsync(connection, next));
        });
    }
}
