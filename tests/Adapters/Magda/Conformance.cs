using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Adapters.Magda.Tests.Support;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class MagdaPlugin() : PluginConformance("src/Adapters/Magda");

public sealed class MagdaTestCases() : NormaliserConformance("src/Adapters/Magda");

public sealed class MagdaRounds() : PullConformance("src/Adapters/Magda")
{
    protected override async Task<FakeSource> StartSourceAsync()
    {
        var magda = new SimulatedMagda();
        await magda.StartAsync(TestContext.Current.CancellationToken);
        return magda;
    }
}
