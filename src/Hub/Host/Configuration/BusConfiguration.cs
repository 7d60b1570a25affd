namespace IntegrationHub.Host.Configuration;

/// <summary>In memory, or RabbitMQ by URI.</summary>
internal sealed record BusConfiguration(bool IsRabbitMq, Uri? Uri, TimeSpan RepublishAfter)
{
    /// <summary>The URI holds a password.</summary>
    public override string ToString() => $"BusConfiguration({(IsRabbitMq ? "RabbitMQ" : "memory")})";
}
