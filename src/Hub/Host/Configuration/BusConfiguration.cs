namespace IntegrationHub.Host.Configuration;

/// <summary>In memory, or RabbitMQ by URI.</summary>
internal sealed record BusConfiguration(bool IsRabbitMq, Uri? Uri, TimeSpan RepublishAfter)
{
    /// <summary>How amqps is held against the certificate of RabbitMQ; null for what the system trusts.</summary>
    public TlsConfiguration? Tls { get; init; }

    /// <summary>The URI holds a password.</summary>
    public override string ToString() => $"BusConfiguration({(IsRabbitMq ? "RabbitMQ" : "memory")})";
}
