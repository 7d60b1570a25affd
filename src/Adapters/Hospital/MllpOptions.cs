namespace IntegrationHub.Adapters.Hospital;

/// <summary>Where the hub listens for HL7 v2 over MLLP.</summary>
public sealed class MllpOptions
{
    /// <summary>The IP address to listen on. MLLP has neither encryption nor a password: keep it on loopback and put a TLS tunnel in front.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The TCP port, 1-65535.</summary>
    public int Port { get; set; }

    /// <summary>Senders connected at once, 1-1024; one more is closed at once.</summary>
    public int MaxConnections { get; set; } = 32;

    /// <summary>A connection on which nothing comes for so long is closed.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A message that began must end within so long, or its connection is closed.</summary>
    public TimeSpan MessageTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
