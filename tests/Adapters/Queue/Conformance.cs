using IntegrationHub.Adapters.Conformance;

namespace IntegrationHub.Adapters.Queue.Tests;

public sealed class QueuePlugin() : PluginConformance("src/Adapters/Queue");
