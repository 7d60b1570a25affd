using IntegrationHub.Adapters.Conformance;

namespace IntegrationHub.Adapters.Mapped.Tests;

public sealed class MappedPlugin() : PluginConformance("src/Adapters/Mapped");
