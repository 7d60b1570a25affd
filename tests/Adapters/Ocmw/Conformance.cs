using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class OcmwPlugin() : PluginConformance("src/Adapters/Ocmw");

public sealed class OcmwTestCases() : NormaliserConformance("src/Adapters/Ocmw");

public sealed class OcmwExports() : PullConformance("src/Adapters/Ocmw")
{
    protected override Task<FakeSource> StartSourceAsync() => FolderSource.StartAsync(
        new Dictionary<string, string>
        {
            ["leefloon-2026-11-20.csv"] = $"""
                beslissingsnummer;insz;toegekend_vanaf;naam;voornaam;straat;opmerking
                LF-1;85673003360;01/02/2026;De Smedt;Annelies;;
                LF-2;{MarkedCitizen.WrittenInsz};01/02/2026;{MarkedCitizen.FamilyName};{MarkedCitizen.GivenName};{MarkedCitizen.Street};{MarkedCitizen.Remark}
                LF-3;{MarkedCitizen.FamilyName};{MarkedCitizen.Remark};;;;
                LF-4;85673003360;02/02/2026;De Smedt;Annelies;;
                LF-5;85673003360;03/02/2026;De Smedt;Annelies;;
                """,
            ["dossiers-2026-11-20.csv"] = """
                dossiernummer;insz;geopend_op
                D-1;85673003360;2026-01-12
                D-2;85673003360;2026-01-13
                D-3;85673003360;2026-01-14
                """,
        },
        ["leefloon:LF-1", "leefloon:LF-2", "leefloon:LF-3", "leefloon:LF-4", "leefloon:LF-5", "dossiers:D-1", "dossiers:D-2", "dossiers:D-3"],
        new JsonObject { ["partner"] = "ocmw-gent", ["pageSize"] = 2, ["settleSeconds"] = 0 },
        token: TestContext.Current.CancellationToken);
}
