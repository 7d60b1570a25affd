using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IntegrationHub.Tests.Servers;

/// <summary>
/// Free loopback ports below the range from which the kernel takes its own (32768 on), so that a server which was killed finds
/// its port free when it starts again.
/// </summary>
public static class Ports
{
    public static int[] Free(int count)
    {
        var ports = new HashSet<int>();
        while (ports.Count < count)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (CanListen(port))
                ports.Add(port);
        }
        return [.. ports];
    }

    internal static async Task<bool> AcceptsAsync(int port, CancellationToken token)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    static bool CanListen(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
