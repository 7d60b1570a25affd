using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Adapters.Queue.Tests;

public sealed class QueuePlugin() : PluginConformance("src/Adapters/Queue");

/// <summary>On a real RabbitMQ. A queue says no to no single signal: one that takes nothing is an outage, so there is no refusal to test.</summary>
public sealed class QueueAsDestination(RabbitMqFixture servers) : DestinationConformance("src/Adapters/Queue")
{
    protected override async Task<FakeTool> StartToolAsync() => new PartnersTool(await servers.GetAsync(TestContext.Current.CancellationToken));
}
