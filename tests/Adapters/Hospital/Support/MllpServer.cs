using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>The source, listening on a free port of loopback until it is disposed.</summary>
internal sealed class MllpServer(Task running, IPEndPoint endPoint, CancellationTokenSource stop) : IAsyncDisposable
{
    public IPEndPoint EndPoint => endPoint;

    public static async Task<MllpServer> StartAsync(Hospital hospital, MllpOptions? mllp = null, long maxRecordBytes = 1_000_000)
    {
        hospital.Options.Mllp = mllp ?? new();
        var source = new HospitalSource(hospital.AsOptions(), new InstanceContext("hospital", "/", maxRecordBytes), TimeProvider.System, NullLogger<HospitalSource>.Instance);
        var stop = new CancellationTokenSource();
        var running = source.RunAsync(hospital.Journal, stop.Token);
        return new(running, await source.Listening.WaitAsync(TimeSpan.FromSeconds(10)), stop);
    }

    public async Task<MllpClient> ConnectAsync()
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(EndPoint, TestContext.Current.CancellationToken);
        return new MllpClient(client);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));
        stop.Dispose();
    }

    public static byte[] Framed(string message) => [0x0B, .. Encoding.Latin1.GetBytes(message), 0x1C, 0x0D];
}
