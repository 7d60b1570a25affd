using System.Net;

namespace IntegrationHub.Adapters.Hospital.Mllp;

/// <summary>From which addresses a connection is taken: MLLP itself has no password. Pure.</summary>
internal sealed class AllowedSenders
{
    private static readonly string[] ThisMachine = ["127.0.0.0/8", "::1/128"];
    private readonly List<IPNetwork> networks;

    /// <param name="entries">Addresses and networks; none for this machine alone.</param>
    public AllowedSenders(IReadOnlyCollection<string> entries) => networks = [.. (entries.Count == 0 ? ThisMachine : entries).Select(entry => NetworkOf(entry)!.Value)];

    /// <summary>Whether nobody on another machine is among them.</summary>
    public bool IsThisMachineAlone => networks.TrueForAll(network => IPAddress.IsLoopback(network.BaseAddress));

    public bool Contains(IPAddress? address) => address is not null && networks.Exists(network => network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    /// <summary>An address or a network; null for anything else.</summary>
    public static IPNetwork? NetworkOf(string entry)
    {
        if (IPAddress.TryParse(entry, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(entry, out var network) ? network : null;
    }
}
