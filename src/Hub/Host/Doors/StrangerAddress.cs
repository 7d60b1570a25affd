using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Host.Doors;

/// <summary>What counts as one stranger: an IPv4 address, or a /64 of IPv6, all of which is one subscriber's.</summary>
internal static class StrangerAddress
{
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
