using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Connections;

/// <summary>What counts as one, where connections and requests are counted by address: an IPv4 address, or a /64 of IPv6, all of which one machine may have.</summary>
public static class CountedAddress
{
    /// <summary>The address that stands for this one and all that count with it; <see cref="IPAddress.None"/> where there is none.</summary>
    public static IPAddress Of(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
