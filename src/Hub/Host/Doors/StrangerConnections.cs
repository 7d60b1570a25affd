using System.Net;
using IntegrationHub.Connections;
using Microsoft.AspNetCore.Connections;

namespace IntegrationHub.Host.Doors;

/// <summary>
/// Connections on which nobody showed a key yet. Each address has room for a number of them; one more drops the oldest, never the newest: who has a key shows it at once and keeps its connection, and who opens
/// connections only to hold them loses them first.
/// </summary>
internal sealed class StrangerConnections
{
    public const int PerAddress = 128;
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, LinkedList<ConnectionContext>> waiting = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return waiting.Values.Sum(ofOne => ofOne.Count);
        }
    }

    /// <summary>Serves a connection, as Kestrel's middleware.</summary>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var address = CountedAddress.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        var place = new LinkedListNode<ConnectionContext>(connection);
        // The whole place, not a flag: the door frees it once there is a key.
        connection.Features.Set(new StrangerPlace(() => Leave(address, place)));
        Enter(address, place)?.Abort(new ConnectionAbortedException("Too many connections of its address showed no key."));
        try
        {
            await next(connection);
        }
        finally
        {
            Leave(address, place);
        }
    }

    /// <summary>The connection that must go.</summary>
    private ConnectionContext? Enter(IPAddress address, LinkedListNode<ConnectionContext> place)
    {
        lock (gate)
        {
            if (!waiting.TryGetValue(address, out var ofOne))
                waiting[address] = ofOne = [];
            ofOne.AddLast(place);
            if (ofOne.Count <= PerAddress)
                return null;
            var oldest = ofOne.First!;
            ofOne.Remove(oldest);
            return oldest.Value;
        }
    }

    private void Leave(IPAddress address, LinkedListNode<ConnectionContext> place)
    {
        lock (gate)
        {
            if (place.List is not { } ofOne)
                return;
            ofOne.Remove(place);
            if (ofOne.Count == 0)
                waiting.Remove(address);
        }
    }
}
