using System.Net;
using System.Net.Sockets;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Webhook.Inside;

/// <summary>
/// Opens the connections of a webhook. The name is resolved here and what is connected to is the address that was looked at, so that a name which answers another address a moment later gains nothing.
/// </summary>
public sealed class GuardedConnection(AllowedInside allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Connects to the first address of the endpoint that may be connected to and answers.</summary>
    /// <exception cref="PermanentFailureException">Every address of it lies inside and is not allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, CancellationToken token)
    {
        var addresses = await resolve(endpoint.Host, token);
        var outside = addresses.Where(address => allowed.Refusal(endpoint.Host, address) is null).ToArray();
        if (outside.Length == 0 && addresses.Length > 0)
            throw new PermanentFailureException(Sentence(allowed.Refusal(endpoint.Host, addresses[0])!));
        SocketException? last = null;
        foreach (var address in outside)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, endpoint.Port), token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                last = exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last ?? new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>What an administrator reads.</summary>
    public static string Sentence(string kind) =>
        $"The address of the endpoint lies inside ({kind}), and webhooks go outside; when this is meant so, put its host name or address in 'allowInternal'.";
}
