using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Adapters.Queue.Tests;

/// <summary>The network between the hub and a broker. It can fall silent: connected, and nothing arrives.</summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Uri broker;
    private readonly Task accepting;
    private bool isCut;

    public Line(Uri broker)
    {
        this.broker = broker;
        listener.Start();
        accepting = AcceptAsync();
    }

    public bool IsSilent { get; set; }

    public Uri Address => new UriBuilder(broker) { Port = ((IPEndPoint)listener.LocalEndpoint).Port }.Uri;

    /// <summary>Cuts it: connections break, and nobody takes a new one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isCut)
            return;
        isCut = true;
        await end.CancelAsync();
        listener.Stop();
        await Task.WhenAny(accepting);
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var caller = await listener.AcceptTcpClientAsync(end.Token);
            var called = new TcpClient();
            await called.ConnectAsync(broker.Host, broker.Port, end.Token);
            _ = CarryAsync(caller, called);
            _ = CarryAsync(called, caller);
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        using (from)
        using (to)
        {
            var bytes = new byte[8192];
            while (await from.GetStream().ReadAsync(bytes, end.Token) is > 0 and var count)
            {
                if (!IsSilent)
                    await to.GetStream().WriteAsync(bytes.AsMemory(0, count), end.Token);
            }
        }
    }
}
