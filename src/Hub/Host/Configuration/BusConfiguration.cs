namespace IntegrationHub.Host.Configuration;

/// <summary>In memory, or RabbitMQ by URI.</summary>
internal sealed record BusConfiguration(bool IsRabbitMq, Uri? Uri, TimeSpan RepublishAfter);
