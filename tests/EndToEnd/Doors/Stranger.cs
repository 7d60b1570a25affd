using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace IntegrationHub.EndToEnd.Tests.Doors;

/// <summary>Calls from a loopback address of its own: the hub counts strangers by address.</summary>
internal static class Stranger
{
    public static HttpClient From(string address, Uri hub, string? authorization = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (context, token) => new NetworkStream(await ConnectAsync(address, context.DnsEndPoint.Port, token), ownsSocket: true) }) { BaseAddress = hub };
        if (authorization is not null)
            client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(authorization);
        return client;
    }

    public static async Task<Socket> ConnectAsync(string address, int port, CancellationToken token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(IPAddress.Loopback, port, token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
