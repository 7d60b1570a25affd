using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>A sender that goes away in the middle.</summary>
internal static class BrokenOff
{
    public static async Task SendAsync(int port, byte[] begin, CancellationToken token)
    {
        using var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, token);
            await client.GetStream().WriteAsync(begin, token);
            // No goodbye: the other side sees a reset.
            client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            // Nobody is there; the whole message is sent anyway.
        }
    }
}
