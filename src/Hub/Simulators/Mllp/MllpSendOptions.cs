namespace IntegrationHub.Simulators.Mllp;

/// <summary>How the simulated hospital sends.</summary>
public sealed record MllpSendOptions
{
    /// <summary>Connections used at once; messages are dealt out over them in turn.</summary>
    public int Connections { get; init; } = 1;

    /// <summary>Sends every frame in pieces of at most so many bytes, each flushed by itself; 0 sends it whole.</summary>
    public int PacketBytes { get; init; }

    /// <summary>How long to wait for the answer to one message.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
