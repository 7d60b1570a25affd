using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Fuzzing.Tests.Hub;

/// <summary>The configuration folder of the hub whose doors are tried: a source of every kind, and grounds for all that they give.</summary>
internal static class HubFiles
{
    public const string OfFormats = "formats";
    private static readonly string[] Sources = ["ocmw", "caw", "ziekenfonds", "magda", "hospital", OfFormats];

    /// <summary>What the source of the other formats reads.</summary>
    public const string Formats = """
        source: 1
        parameters:
          folder: { description: "The folder." }
        read:
          folder: { path: "${folder}", exports: additions, settleSeconds: 0 }
        records:
          - { kind: json, files: "*.json", format: json, rows: items, id: nr, citizen: insz, person: { familyName: naam, remark: nota }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw } } } ] }
          - { kind: xml, files: "*.xml", format: xml, rows: //Rij, id: nr, citizen: insz, person: { familyName: naam, remark: nota }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw } } } ] }
          - { kind: excel, files: "*.xls*", format: excel, id: nr, citizen: insz, person: { familyName: naam, remark: nota }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw } } } ] }
          - { kind: csv, files: "*.csv", format: csv, id: nr, citizen: insz, person: { familyName: naam, remark: nota }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw } } } ] }
        """;

    public static string In(string root, string source) => Path.Combine(root, "in", source);

    public static void Write(string root, int port)
    {
        foreach (var source in Sources)
            Directory.CreateDirectory(In(root, source));
        File.WriteAllText(Path.Combine(root, "formats.yaml"), Formats);
        Json(root, "hub.json", new
        {
            plugins = new[] { Plugins },
            limits = new { maxRecordBytes = 256 * 1024, jump = 0 },
            sources = new object[]
            {
                Pull(root, "ocmw", "ocmw", new { folder = In(root, "ocmw"), partner = "partner", settleSeconds = 0 }),
                Pull(root, "caw", "caw", new { folder = In(root, "caw"), partner = "partner", settleSeconds = 0 }),
                Pull(root, "ziekenfonds", "ziekenfonds", new { folder = In(root, "ziekenfonds"), settleSeconds = 0 }),
                Pull(root, "magda", "magda", new { publications = In(root, "magda"), settleSeconds = 0 }),
                Pull(root, OfFormats, "mapped", new { mapping = "formats.yaml", folder = In(root, OfFormats) }),
                new { id = "hospital", adapter = "hospital", firstLoad = "signal", options = Hospital(port) },
            },
            destinations = new object[] { new { id = "console", adapter = "console", options = new { language = "nl" } } },
        });
        Json(root, "partnerships.json", new { partners = new object[] { new { id = "partner", role = "ocmw", municipalities = new[] { "44021" }, destination = "console" } } });
        Json(root, "authorisations.json", new
        {
            authorisations = Sources.Select(source => new
            {
                id = $"{source}-to-partner",
                source,
                purpose = "proactive-help",
                recipients = new[] { "partner" },
                contracts = FactContract.Names,
                fields = DisclosedFields.All,
                legalBasis = "TEST 2026/001 (invented)",
                validFrom = "2020-01-01",
            }),
        });
    }

    private static string Plugins { get; } = Path.Combine(
        Repository.Root, "src", "Hub", "Host", "bin", Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!, "net10.0", "plugins");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // As the sample, with what real messages need beside.
    private static object Hospital(int port) => new
    {
        mllp = new { port },
        insz = new { from = new[] { "PID-3:NNBEL", "PID-19", "PID-3" } },
        dispositions = new Dictionary<string, string> { ["THUIS"] = "Home", ["ANDER ZH"] = "OtherHospital" },
        patientClasses = new Dictionary<string, string> { ["DAG"] = "AMB" },
    };

    private static object Pull(string root, string id, string adapter, object options) => new { id, adapter, schedule = "0 0 3 31 12 ?", firstLoad = "signal", options };

    private static void Json(string root, string name, object content) => File.WriteAllText(Path.Combine(root, name), JsonSerializer.Serialize(content));
}
