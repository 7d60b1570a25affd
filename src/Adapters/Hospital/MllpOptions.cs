using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where the hub listens for HL7 v2 over MLLP.</summary>
public sealed class MllpOptions
{
    [Description("The IP address to listen on. MLLP has neither encryption nor a password: keep it on loopback and put a TLS tunnel in front.")]
    public string Address { get; set; } = "127.0.0.1";

    [Required]
    [Range(1, 65535)]
    [Description("The TCP port.")]
    public int Port { get; set; }

    [Range(1, 1024)]
    [Description("Senders connected at once; one more is closed at once.")]
    public int MaxConnections { get; set; } = 32;

    [Description("A connection on which nothing comes for so long is closed.")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(1);

    [Description("A message that began must end within so long, or its connection is closed.")]
    public TimeSpan MessageTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
