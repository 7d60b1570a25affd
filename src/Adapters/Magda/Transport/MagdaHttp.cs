using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Transport;

/// <summary>The connection to MAGDA, with the client certificate where one is set. Opened once, at the first request.</summary>
internal sealed class MagdaHttp(MagdaOptions options, ISecrets secrets) : IDisposable
{
    private readonly Lazy<HttpClient> client = new(() => Open(options, secrets), LazyThreadSafetyMode.PublicationOnly);

    public HttpClient Client => client.Value;

    public void Dispose()
    {
        if (client.IsValueCreated)
            client.Value.Dispose();
    }

    private static HttpClient Open(MagdaOptions options, ISecrets secrets)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(10) };
        if (options.ClientCertificate is { } reference)
        {
            var certificate = CertificateSecret.Open(secrets, "clientCertificate", reference, options.ClientCertificatePassword);
            handler.SslOptions.ClientCertificates = [certificate];
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate;
        }

        // Each request sets its own limit.
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
