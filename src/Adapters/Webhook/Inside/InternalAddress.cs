using System.Net;
using System.Net.Sockets;

namespace IntegrationHub.Adapters.Webhook.Inside;

/// <summary>Which addresses lie inside: on this machine, in the network of who runs the hub, or of who runs its machine. Pure.</summary>
/// <remarks>For IPv6 the other way round: what is not global unicast is inside, and what carries an IPv4 address in it is what that address is.</remarks>
public static class InternalAddress
{
    private static readonly (IPNetwork Network, string Kind)[] Version4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "this network"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "shared by a provider"),
        (IPNetwork.Parse("127.0.0.0/8"), "this machine"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "reserved"),
        (IPNetwork.Parse("192.0.2.0/24"), "reserved"),
        (IPNetwork.Parse("192.88.99.0/24"), "reserved"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "reserved"),
        (IPNetwork.Parse("198.51.100.0/24"), "reserved"),
        (IPNetwork.Parse("203.0.113.0/24"), "reserved"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
    ];

    private static readonly (IPNetwork Network, string Kind)[] Version6 =
    [
        (IPNetwork.Parse("::1/128"), "this machine"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("fec0::/10"), "private"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
        (IPNetwork.Parse("2001::/23"), "reserved"),
        (IPNetwork.Parse("2001:db8::/32"), "reserved"),
        (IPNetwork.Parse("3fff::/20"), "reserved"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork Compatible = IPNetwork.Parse("::/96");

    /// <summary>What tells a virtual machine its secrets, at the larger providers of them.</summary>
    private static readonly HashSet<IPAddress> Metadata =
        [IPAddress.Parse("169.254.169.254"), IPAddress.Parse("169.254.170.2"), IPAddress.Parse("168.63.129.16"), IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254")];

    /// <summary>What an address is in words, such as <c>private</c>; null for one that lies outside.</summary>
    public static string? KindOf(IPAddress address)
    {
        if (IsMetadata(address))
            return "the metadata of a machine";
        var plain = Embedded(address) ?? address;
        if (plain.AddressFamily == AddressFamily.InterNetwork)
            return Version4.FirstOrDefault(one => one.Network.Contains(plain)).Kind;
        // The scope of a link-local address is no part of a network.
        var unscoped = new IPAddress(plain.GetAddressBytes());
        return Version6.FirstOrDefault(one => one.Network.Contains(unscoped)).Kind ?? (GlobalUnicast.Contains(unscoped) ? null : "reserved");
    }

    /// <summary>Whether a machine's metadata is served there: no name opens it, its address must be allowed as such.</summary>
    public static bool IsMetadata(IPAddress address) => Metadata.Contains(address) || (Embedded(address) is { } inner && Metadata.Contains(inner));

    /// <summary>The IPv4 address that an IPv6 address stands for: mapped, NAT64, 6to4 or compatible; null for another.</summary>
    public static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return null;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var unscoped = new IPAddress(bytes);
        if (SixToFour.Contains(unscoped))
            return new IPAddress(bytes.AsSpan(2, 4));
        var carries = Nat64.Contains(unscoped) || (Compatible.Contains(unscoped) && !unscoped.Equals(IPAddress.IPv6Loopback) && !unscoped.Equals(IPAddress.IPv6Any));
        return carries ? new IPAddress(bytes.AsSpan(12, 4)) : null;
    }
}
