using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Benchmarks.Push;

/// <summary>A port nobody listens on now.</summary>
internal static class FreePort
{
    public static int Take() => TakeMany(1)[0];

    /// <summary>As many, each another.</summary>
    public static IReadOnlyList<int> TakeMany(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.ConvertAll(listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }
}
