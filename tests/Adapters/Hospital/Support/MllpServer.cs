using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>The source, listening on a free port of loopback until it is disposed.</summary>
internal sealed class MllpServer(Task running, IPEndPoint endPoint, CancellationTokenSource stop) : IAsyncDisposable
{
    public IPEndPoint EndPoint => endPoint;

    public static async Task<MllpServer> StartAsync(Hospital hospital, MllpOptions? mllp = null, long maxRecordBytes = 1_000_000, FixedSecrets? secrets = null)
    {
        hospital.Options.Mllp = mllp ?? new();
        var source = new HospitalSource(hospital.AsOptions(), new InstanceContext("hospital", "/", maxRecordBytes), secrets ?? [], TimeProvider.System, NullLogger<HospitalSource>.Instance);
        var stop = new CancellationTokenSource();
        var running = source.RunAsync(hospital.Journal, stop.Token);
        return new(running, await source.Listening.WaitAsync(TimeSpan.FromSeconds(10)), stop);
    }

    public async Task<MllpClient> ConnectAsync() => new(await OpenAsync());

    /// <summary>Over TLS, with a certificate of its own when given.</summary>
    public async Task<MllpClient> ConnectAsync(string trusted, (string Certificate, string Key)? own = null)
    {
        var client = await OpenAsync();
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPem(trusted);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "127.0.0.1",
                CertificateChainPolicy = policy,
                ClientCertificateContext = own is { } shown ? OwnCertificate.FromPem(shown.Certificate, shown.Key).ForStream() : null,
            },
            TestContext.Current.CancellationToken);
        return new MllpClient(client, stream);
    }

    private async Task<TcpClient> OpenAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(EndPoint, TestContext.Current.CancellationToken);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));
        stop.Dispose();
    }

    public static byte[] Framed(string message) => [0x0B, .. Encoding.Latin1.GetBytes(message), 0x1C, 0x0D];
}
