using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where the hub listens for HL7 v2 over MLLP.</summary>
public sealed class MllpOptions
{
    [Description("The IP address to listen on. MLLP by itself has neither encryption nor a password: keep it on loopback, or set tls with clientCa and clients.")]
    public string Address { get; set; } = "127.0.0.1";

    [Required]
    [Range(1, 65535)]
    [Description("The TCP port.")]
    public int Port { get; set; }

    [Description("Addresses and networks (10.1.2.3, 10.1.2.0/24) from which connections are taken; others are closed at once. Empty: this machine alone.")]
    public List<string> AllowFrom { get; set; } = [];

    [Description("Encrypts, and asks senders for a certificate; null for neither.")]
    public MllpTlsOptions? Tls { get; set; }

    [Range(1, 1024)]
    [Description("Senders connected at once. One more takes the place of the oldest of which nothing came yet; when there is none, it is closed at once.")]
    public int MaxConnections { get; set; } = 32;

    [Range(1, 1024)]
    [Description("Of one address (IPv6: its /64) at once, in the same way.")]
    public int MaxPerAddress { get; set; } = 8;

    [Description("A connection on which nothing comes for so long is closed.")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(1);

    [Description("A message that began must end within so long, or its connection is closed.")]
    public TimeSpan MessageTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
