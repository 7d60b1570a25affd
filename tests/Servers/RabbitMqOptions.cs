namespace IntegrationHub.Tests.Servers;

public sealed record RabbitMqOptions
{
    /// <summary>
    /// Off: one Erlang scheduler, and queue counts that are at most half a second old, as suits tests.
    /// On: RabbitMQ's own defaults, as in production, for benchmarks.
    /// </summary>
    public bool ProductionDefaults { get; init; }

    /// <summary>Who issues its certificate, for 127.0.0.1, and those that it asks of its clients: it then listens for amqps alone; null for amqp.</summary>
    public TestCertificates? Tls { get; init; }
}
