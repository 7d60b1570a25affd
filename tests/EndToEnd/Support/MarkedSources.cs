using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>The adapters beside the OCMW, MAGDA and the hospital, each with something good and something broken about the marked citizen.</summary>
internal static class MarkedSources
{
    private const string Sealed = $"\"naam\":\"{MarkedCitizen.FamilyName}\",\"voornaam\":\"{MarkedCitizen.GivenName}\",\"straat\":\"{MarkedCitizen.Street}\"";

    private const string Mapping = """
        source: 1
        parameters: { folder: { description: "The folder." } }
        read:
          folder: { path: "${folder}", exports: additions, settleSeconds: 0 }
        records:
          - { kind: json, files: "*.json", format: json, rows: items, id: nr, citizen: insz, person: { familyName: naam, givenNames: voornaam, street: straat }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw-test } } } ] }
          - { kind: xml, files: "*.xml", format: xml, rows: //Rij, id: nr, citizen: insz, person: { familyName: naam, givenNames: voornaam, street: straat }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw-test } } } ] }
          - { kind: csv, files: "*.csv", format: csv, id: nr, citizen: insz, person: { familyName: naam, givenNames: voornaam, street: straat }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw-test } } } ] }
          - { kind: excel, files: "*.xlsx", format: excel, id: nr, citizen: insz, person: { familyName: naam, givenNames: voornaam, street: straat }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw-test } } } ] }
        """;

    private const string Row = "{ kind: row, {0}id: nr, citizen: insz, person: { familyName: naam, givenNames: voornaam, street: straat }, facts: [ { contract: support-file-opened, occurredAt: open, fields: { file: nr, partner: { value: caw-test } } } ] }";

    public static IReadOnlyList<string> Ids { get; } = ["caw-source", "ziekenfonds-source", "mapped-source", "http-source", "sql-source"];

    /// <summary>How many of their records go to quarantine, at least.</summary>
    public const int Broken = 9;

    private static readonly string[] Header = ["nr", "insz", "naam", "voornaam", "straat", "open"];
    private static readonly string[] Good = ["E-1", MarkedCitizen.Insz, MarkedCitizen.FamilyName, MarkedCitizen.GivenName, MarkedCitizen.Street, "2026-10-12"];
    private static readonly string[] Bad = ["E-2", MarkedCitizen.FamilyName, MarkedCitizen.Insz, MarkedCitizen.GivenName, MarkedCitizen.Street, MarkedCitizen.Street];

    /// <summary>A register that is asked over HTTP.</summary>
    public static async Task<WebApplication> StartRegisterAsync(CancellationToken token)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var register = builder.Build();
        register.Run(context => context.Response.WriteAsJsonAsync(new[] { Good, Bad }.Select(row => Header.Zip(row).ToDictionary(one => one.First, one => one.Second)), context.RequestAborted));
        await register.StartAsync(token);
        return register;
    }

    /// <param name="folder">The configuration that they are added to.</param>
    /// <param name="register">See <see cref="StartRegisterAsync"/>.</param>
    public static HubFolder AddMarkedSources(this HubFolder folder, WebApplication register)
    {
        foreach (var id in Ids)
            Directory.CreateDirectory(In(folder, id));
        Put(folder, "caw-source", "registraties-1.jsonl", $$"""
            {"registratie":"R-1","gewijzigd":"2026-10-12T10:20:00+02:00","insz":"{{MarkedCitizen.Insz}}",{{Sealed}},"postcode":"9000","gemeente":"Gent","nis":"44021","telefoon":"0470 55 01 21","onthaal":"2026-10-12","hulpverlener":"hv-204","themas":["wonen"],"opmerking":"over {{MarkedCitizen.FamilyName}}"}
            {"registratie":"R-2","insz":"{{MarkedCitizen.Insz[..10]}}",{{Sealed}},"onthaal":"{{MarkedCitizen.FamilyName}}","hulpverlener":"{{MarkedCitizen.GivenName}} {{MarkedCitizen.FamilyName}}"}
            {"registratie":"{{MarkedCitizen.FamilyName}}
            """);
        Put(folder, "ziekenfonds-source", "notifications.xml", $"""
            <notifications>
              <membershipNotification><ssin>{MarkedCitizen.Insz}</ssin><attestationIdentification><attestationId>L-1</attestationId><attestationVersion>1</attestationVersion><attestationStatus>CREATION</attestationStatus></attestationIdentification><membership><mutuality>999</mutuality><period><beginDate>2015-01-01</beginDate></period></membership></membershipNotification>
              <membershipNotification><ssin>{MarkedCitizen.Insz}</ssin><name>{MarkedCitizen.FamilyName}</name><attestationIdentification><attestationId>L-2</attestationId><attestationVersion>1</attestationVersion><attestationStatus>{MarkedCitizen.FamilyName}</attestationStatus></attestationIdentification><membership><mutuality>{MarkedCitizen.GivenName}</mutuality></membership></membershipNotification>
            </notifications>
            """);
        Put(folder, "mapped-source", "rows.json", $$"""{"items":[{"nr":"J-1","insz":"{{MarkedCitizen.Insz}}",{{Sealed}},"open":"2026-10-12"},{"nr":"{{MarkedCitizen.Insz}}","insz":"{{MarkedCitizen.FamilyName}}","open":"{{MarkedCitizen.Street}}"}]}""");
        Put(folder, "mapped-source", "rows.xml", $"<Export><Rij><nr>X-1</nr><insz>{MarkedCitizen.Insz}</insz><naam>{MarkedCitizen.FamilyName}</naam><open>2026-10-12</open></Rij><Rij><nr>X-2</nr><insz>{MarkedCitizen.FamilyName}</insz><open>{MarkedCitizen.Street}</open></Rij></Export>");
        Put(folder, "mapped-source", "rows.csv", $"nr;insz;naam;voornaam;straat;open\nC-1;{MarkedCitizen.Insz};{MarkedCitizen.FamilyName};{MarkedCitizen.GivenName};{MarkedCitizen.Street};2026-10-12\nC-2;{MarkedCitizen.FamilyName};;;;{MarkedCitizen.Street}\n");
        SmallWorkbook.Write(Path.Combine(In(folder, "mapped-source"), "rows.xlsx"), Header, Good, Bad);
        var database = $"Data Source={Path.Combine(In(folder, "sql-source"), "rows.db")}";
        WriteDatabase(database);
        folder.Write("rows.txt", database);
        folder.Write("marked.yaml", Mapping);
        folder.Write("http.yaml", $"source: 1\nread: {{ http: {{ url: \"{register.Urls.First()}/rows\" }} }}\nrecords: [ {Row.Replace("{0}", "format: json, ", StringComparison.Ordinal)} ]\n");
        folder.Write("sql.yaml", $"source: 1\nread: {{ sql: {{ database: sqlite, connection: \"file:rows.txt\", query: SELECT * FROM rows }} }}\nrecords: [ {Row.Replace("{0}", "", StringComparison.Ordinal)} ]\n");
        return folder
            .AddSource(new { id = "caw-source", adapter = "caw", schedule = Never, options = new { folder = In(folder, "caw-source"), partner = "caw-test", settleSeconds = 0 } })
            .AddSource(new { id = "ziekenfonds-source", adapter = "ziekenfonds", schedule = Never, options = new { folder = In(folder, "ziekenfonds-source"), settleSeconds = 0 } })
            .AddSource(new { id = "mapped-source", adapter = "mapped", schedule = Never, options = new { mapping = "marked.yaml", folder = In(folder, "mapped-source") } })
            .AddSource(new { id = "http-source", adapter = "mapped", schedule = Never, options = new { mapping = "http.yaml" } })
            .AddSource(new { id = "sql-source", adapter = "mapped", schedule = Never, options = new { mapping = "sql.yaml" } })
            .Authorise("caw-source", HubFolder.Ocmw, ["support-file-opened", "person-changed"], "insz", "name", "address", "contact", "remark")
            .Authorise("ziekenfonds-source", HubFolder.Ocmw, ["insurance-membership-changed"], "insz", "name")
            .Authorise("mapped-source", HubFolder.Ocmw, ["support-file-opened"], "insz", "name", "address")
            .Authorise("http-source", HubFolder.Ocmw, ["support-file-opened"], "insz", "name", "address")
            .Authorise("sql-source", HubFolder.Ocmw, ["support-file-opened"], "insz", "name", "address");
    }

    private const string Never = "0 0 3 31 12 ?";

    private static string In(HubFolder folder, string id) => Path.Combine(folder.Path, "in", id);

    private static void Put(HubFolder folder, string id, string name, string content) => File.WriteAllText(Path.Combine(In(folder, id), name), content);

    private static void WriteDatabase(string database)
    {
        using var connection = new SqliteConnection($"{database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE rows ({string.Join(", ", Header)}); INSERT INTO rows VALUES {string.Join(", ", new[] { Good, Bad }.Select(row => $"('{string.Join("', '", row)}')"))}";
        command.ExecuteNonQuery();
    }
}
