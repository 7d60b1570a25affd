using System.Text.Json.Nodes;
using IntegrationHub.Adapters.Conformance;
using IntegrationHub.Adapters.Conformance.Fakes;
using IntegrationHub.Plugins.Checking;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class ZiekenfondsPlugin() : PluginConformance("src/Adapters/Ziekenfonds");

public sealed class ZiekenfondsCases() : NormaliserConformance("src/Adapters/Ziekenfonds");

public sealed class ZiekenfondsPull() : PullConformance("src/Adapters/Ziekenfonds")
{
    protected override Task<FakeSource> StartSourceAsync() => FolderSource.StartAsync(
        new Dictionary<string, string>
        {
            ["b.xml"] = Xml.File(Attestation("A1"), Attestation("A2"), Xml.Incapacity(identification: Xml.Identification("A3"), ssin: $"<ssin>{MarkedCitizen.Insz.Digits}</ssin>"), Attestation("A4"), Attestation("A5")),
            ["a.xml"] = Xml.File(Attestation("A6"), Xml.Incapacity(MarkedCitizen.FamilyName, Xml.Identification("A7"), $"<ssin>{MarkedCitizen.WrittenInsz}1</ssin>")) + MarkedCitizen.FamilyName,
        },
        ["incapacity:A1", "incapacity:A2", "incapacity:A3", "incapacity:A4", "incapacity:A5", "incapacity:A6", "incapacity:A7", "file:a.xml"],
        new JsonObject { ["pageSize"] = 2 });

    private static string Attestation(string number) => Xml.Incapacity(identification: Xml.Identification(number));
}
