using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Fuzzing.Tests.Hub;
using IntegrationHub.Fuzzing.Tests.Mutating;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Fuzzing.Tests.Targets;

/// <summary>Every parser of the hub, each by the way that its input comes in.</summary>
internal static class AllTargets
{
    public static IReadOnlyList<Target> Make() =>
    [
        new MllpTarget("mllp", 70, [.. Messages("").Select(Corpora.Framed)]),
        new PostTarget("hl7v2", Shape.Hl7, 110, [.. Messages("application/hl7-v2")]),
        new PostTarget("fhir-json", Shape.Json, 25,
            [.. Corpora.Of("Hospital", ".json", _ => "application/fhir+json").Where(one => one.Name.Contains("bundle")), .. Corpora.Shared("fhir", ".json", _ => "application/fhir+json").Select(Corpora.Shortened)]),
        new PostTarget("fhir-xml", Shape.Xml, 40, [new("encounter", "application/fhir+xml", Encoding.UTF8.GetBytes(FhirXml)), .. Corpora.Shared("mycarenet", ".xml", _ => "application/fhir+xml; charset=utf-8")]),
        new ReplyTarget("magda-replies", 70, [.. Corpora.Of("Magda", ".xml", Service).Concat(Corpora.Shared("magda", ".xml", Service)).Where(IsReply).Select(Corpora.Enveloped)]),
        new FolderTarget("magda-publications", "magda", Shape.Xml, 20, [.. Corpora.Of("Magda", ".xml", Path.GetFileName!).Where(one => one.Name.Contains("publi"))]),
        new FolderTarget("ziekenfonds", "ziekenfonds", Shape.Xml, 30, [.. Corpora.Of("Ziekenfonds", ".xml", Corpora.NameOf)]),
        new FolderTarget("csv", "ocmw", Shape.Text, 30, [.. Corpora.Of("Ocmw", ".csv", Corpora.NameOf)]),
        new FolderTarget("json-lines", "caw", Shape.Json, 40, [.. Corpora.Of("Caw", ".jsonl", Corpora.NameOf)]),
        new FolderTarget("json", HubFiles.OfFormats, Shape.Json, 20, [.. Corpora.Rows(".json")]),
        new FolderTarget("xml", HubFiles.OfFormats, Shape.Xml, 20, [.. Corpora.Rows(".xml")]),
        new FolderTarget("excel", HubFiles.OfFormats, Shape.Workbook, 4, [.. Corpora.Rows(".xlsx"), .. Corpora.Rows(".xls")]),
        new MappingTarget("source-yaml", 6, [.. Mappings()]),
        new RulesTarget("rules", 12, [.. Yaml("rules")], areRights: false),
        new RulesTarget("rights", 6, [.. Yaml("rights")], areRights: true),
        new ConfigurationTarget("hub-json", 2, [.. Configuration()]),
        new ManifestTarget("adapter-json", 6, [.. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Adapters"), "adapter.json", SearchOption.AllDirectories).Where(file => !file.Contains("/bin/")).Order(StringComparer.Ordinal).Select(File)]),
        new BatchTarget("cloudevents", 40, [new("batch", "", Encoding.UTF8.GetBytes(CloudEvents))]),
        new GuessTarget("guess", 6, [.. Corpora.Rows(".json"), .. Corpora.Rows(".xml"), .. Corpora.Rows(".csv"), .. Corpora.Rows(".xlsx")]),
        new InboxTarget("inbox", 10, [Signal()]),
    ];

    private const string FhirXml = """
        <Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>
          <entry><fullUrl value="urn:uuid:1"/><resource><Patient><id value="p1"/><identifier><system value="https://www.ehealth.fgov.be/standards/fhir/core/NamingSystem/ssin"/><value value="88631402204"/></identifier><name><family value="Janssens"/><given value="Ann"/></name></Patient></resource></entry>
          <entry><resource><Encounter><id value="e1"/><meta><versionId value="2"/></meta><status value="finished"/><class><code value="IMP"/></class><subject><reference value="urn:uuid:1"/></subject><period><start value="2026-11-18T09:00:00+01:00"/><end value="2026-11-20T10:00:00+01:00"/></period><hospitalization><dischargeDisposition><coding><code value="home"/></coding></dischargeDisposition></hospitalization></Encounter></resource></entry>
        </Bundle>
        """;

    private const string CloudEvents = """
        [{"specversion":"1.0","type":"be.integrationhub.person-changed.v1","source":"/sources/magda","datacontenttype":"application/json","id":"42/0","subject":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f","data":{"sex":"2","citizen":"2b7e1516-28ae-4d2a-a6ab-f7158809cf4f"}},{"specversion":"1.0","type":"be.integrationhub.person-changed.v1","source":"/sources/magda","datacontenttype":"application/json","id":"42/1","subject":"9f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01","data":{"sex":"2","citizen":"9f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01"}}]
        """;

    // What a queue carries and what a webhook posts differ in what stands around the signal.
    private static Sample Signal()
    {
        var message = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "src", "Adapters", "Queue", "sample", "signal.json")))!;
        return new("signal", "", Encoding.UTF8.GetBytes(new JsonObject { ["type"] = "signal.issued", ["timestamp"] = "2026-11-20T08:59:00Z", ["data"] = message["data"]!.DeepClone() }.ToJsonString()));
    }

    private static bool IsReply(Sample sample) => sample.Kind.StartsWith("Geef", StringComparison.Ordinal) || sample.Kind.StartsWith("Registreer", StringComparison.Ordinal);

    private static IEnumerable<Sample> Messages(string kind) => [.. Corpora.Of("Hospital", ".hl7", _ => kind), .. Corpora.Shared("hl7v2", ".hl7", _ => kind).SelectMany(message => new[] { message, Corpora.WithInsz(message) })];

    private static IEnumerable<Sample> Mappings() =>
        [new Sample("formats", "source.yaml", Encoding.UTF8.GetBytes(HubFiles.Formats)), .. new[] { "Ocmw/source.yaml", "Caw/source.yaml", "Caw/http.yaml", "Mapped/sample/source.yaml" }.Select(path => File(Path.Combine(Repository.Root, "src", "Adapters", path)))];

    private static IEnumerable<Sample> Yaml(string folder) => Directory.GetFiles(Path.Combine(Repository.Root, "deploy", folder), "*.yaml").Order(StringComparer.Ordinal).Select(File);

    private static IEnumerable<Sample> Configuration()
    {
        var folder = Path.Combine(Repository.Root, "deploy", "first-source");
        return
        [
            .. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(File),
            // Its own rules and rights, and few of them: those that come with the hub take longer to read than all the rest.
            File(Path.Combine(Repository.Root, "deploy", "rules", "faillissement.yaml")) with { Kind = "rules/faillissement.yaml" },
        ];
    }

    private static Sample File(string path) => new(Path.GetRelativePath(Repository.Root, path), Path.GetFileName(path), System.IO.File.ReadAllBytes(path));

    // .../GeefPersoon/02.02.0000/88631402204.xml, or a test case with the service in its record.json.
    private static string Service(string file)
    {
        var beside = Path.Combine(Path.GetDirectoryName(file)!, "record.json");
        return System.IO.File.Exists(beside)
            ? JsonNode.Parse(System.IO.File.ReadAllText(beside))?["kind"]?.GetValue<string>() ?? ""
            : Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(file)))!;
    }
}
