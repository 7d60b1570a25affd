using System.Net;

namespace IntegrationHub.Adapters.Webhook.Inside;

/// <summary>What <c>allowInternal</c> lets through: host names as they stand in the url, addresses, and networks.</summary>
public sealed class AllowedInside
{
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> networks = [];

    /// <param name="entries">The option.</param>
    public AllowedInside(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
        {
            if (IPAddress.TryParse(entry, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(entry, out var network))
                networks.Add(network);
            else
                hosts.Add(entry);
        }
    }

    /// <summary>Why a connection to this address is refused; null when it may be made.</summary>
    /// <param name="host">The host as the url names it.</param>
    /// <param name="address">The very address that is connected to.</param>
    public string? Refusal(string host, IPAddress address)
    {
        if (InternalAddress.KindOf(address) is not { } kind)
            return null;
        var plain = InternalAddress.Embedded(address) ?? address;
        if (networks.Exists(network => network.Contains(address) || network.Contains(plain)))
            return null;
        return hosts.Contains(host) && !InternalAddress.IsMetadata(address) ? null : kind;
    }

    /// <summary>What is wrong with an entry; null when it can be one.</summary>
    public static string? Problem(string entry) =>
        IPAddress.TryParse(entry, out _) || IPNetwork.TryParse(entry, out _) || (Uri.CheckHostName(entry) == UriHostNameType.Dns && !entry.Contains('/', StringComparison.Ordinal))
            ? null
            : "expected a host name, an address or a network, such as inbox.lan, 10.1.2.3 or 10.1.2.0/24.";
}
