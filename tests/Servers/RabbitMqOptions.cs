namespace IntegrationHub.Tests.Servers;

public sealed record RabbitMqOptions
{
    /// <summary>
    /// Off: one Erlang scheduler, and queue counts that are at most half a second old, as suits tests.
    /// On: RabbitMQ's own defaults, as in production, for benchmarks.
    /// </summary>
    public bool ProductionDefaults { get; init; }
}
