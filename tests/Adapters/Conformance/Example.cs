using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Plugins.Checking;

namespace Letters.Tests;

public sealed class LettersPlugin() : PluginConformance("Letters");

public sealed class LettersNormaliser() : NormaliserConformance("Letters");

public sealed class LettersPull() : PullConformance("Letters")
{
    protected override Task<FakeSource> StartSourceAsync() => FolderSource.StartAsync(
        new Dictionary<string, string>
        {
            ["1.txt"] = "A1;85673003360;De Smedt;2026-11-16\nA2;85673003360;De Smedt;2026-11-17",
            ["2.txt"] = $"A3;{MarkedCitizen.Insz.Digits};{MarkedCitizen.FamilyName};2026-11-18\nA4;85673003360;De Smedt;soon",
            ["3.txt"] = "A5;85673003360;De Smedt;2026-11-19",
        },
        ["A1", "A2", "A3", "A4", "A5"]);
}
