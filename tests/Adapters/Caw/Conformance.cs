using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;

namespace IntegrationHub.Adapters.Caw.Tests;

public sealed class CawPlugin() : PluginConformance("src/Adapters/Caw");

public sealed class CawTestCases() : NormaliserConformance("src/Adapters/Caw");

public sealed class CawFolder() : PullConformance("src/Adapters/Caw")
{
    protected override Task<FakeSource> StartSourceAsync() => FolderSource.StartAsync(
        new Dictionary<string, string> { ["registraties-2026-11-20.jsonl"] = string.Join('\n', Registrations.Lines) },
        Registrations.Ids,
        new JsonObject { ["partner"] = "caw-oost-vlaanderen", ["pageSize"] = 2, ["settleSeconds"] = 0 },
        token: TestContext.Current.CancellationToken);
}

/// <summary>http.yaml, as a CAW's own file of the adapter <c>mapped</c>.</summary>
public sealed class CawOverHttp() : PullConformance("src/Adapters/Mapped")
{
    protected override Task<FakeSource> StartSourceAsync() => Task.FromResult<FakeSource>(new RegistrationEndpoint());
}
