using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using IntegrationHub.Tests.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>
/// Every way of reading without code, in the built hub: the libraries that the plugin brings (SQLite with its native code, Npgsql, ExcelDataReader) load from its own folder, beside the hub's own.
/// </summary>
public sealed class MappedInputTests(Production production) : IDisposable
{
    private const string Good = "85673003360";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-e2e-mapped-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_reads_SQLite_PostgreSQL_Excel_and_HTTP_side_by_side()
    {
        await using var endpoint = await EndpointAsync();
        await WriteSqliteAsync();
        var postgres = await WritePostgresAsync();
        Directory.CreateDirectory(PathOf("exports"));
        SmallWorkbook.Write(Path.Combine(PathOf("exports"), "dossiers.xlsx"), ["nr", "insz", "open"], ["D1", Good, new DateOnly(2026, 11, 20)], ["D2", "no", new DateOnly(2026, 11, 20)]);
        Write("caw-sqlite", "sql: { database: sqlite, connection: \"file:sqlite.txt\", query: SELECT * FROM dossier, watermark: changed }");
        Write("caw-postgres", "sql: { database: postgres, connection: \"file:postgres.txt\", query: SELECT * FROM dossier }");
        Write("caw-excel", "folder: { path: exports, settleSeconds: 0 }", "files: \"*.xlsx\"\n    format: excel");
        Write("caw-http", $"http: {{ url: \"{endpoint.Urls.First()}/dossiers\" }}", "format: json");
        File.WriteAllText(PathOf("sqlite.txt"), "Data Source=caw.db");
        File.WriteAllText(PathOf("postgres.txt"), postgres);
        var sources = new[] { "caw-sqlite", "caw-postgres", "caw-excel", "caw-http" };
        WriteHub(sources);

        await using (var check = HubProcess.Start(folder.FullName, "config", "check", "--connect", "--config", folder.FullName))
            await check.EndsWithAsync(0, Token);
        await using var hub = HubProcess.Start(folder.FullName, "run", "--config", folder.FullName, "--once", "--json");
        await hub.EndsWithAsync(0, Token);

        var summary = JsonDocument.Parse(hub.Output).RootElement;
        foreach (var source in summary.GetProperty("sources").EnumerateArray())
        {
            var counts = source.GetProperty("counts");
            (counts.GetProperty("accepted").GetInt64(), counts.GetProperty("quarantined").GetInt64()).ShouldBe((1, 1), source.GetRawText());
        }

        summary.GetProperty("sources").GetArrayLength().ShouldBe(4);
        (hub.Output + hub.Errors).ShouldNotContain(Good);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void Write(string id, string read, string format = "") => File.WriteAllText(PathOf($"{id}.yaml"), $$"""
        source: 1
        read:
          {{read}}
        records:
          - kind: dossier
            {{format}}
            id: nr
            citizen: insz
            facts:
              - contract: support-file-opened
                occurredAt: open
                fields: { file: nr, partner: { value: caw-gent } }
        """);

    private void WriteHub(string[] sources)
    {
        var listed = sources.Select(id => $$"""{ "id": "{{id}}", "adapter": "mapped", "schedule": "0 0 6 * * ?", "options": { "mapping": "{{id}}.yaml" } }""");
        File.WriteAllText(PathOf("hub.json"), $$"""{ "http": { "urls": "http://127.0.0.1:0" }, "sources": [ {{string.Join(',', listed)}} ], "destinations": [ { "id": "console", "adapter": "console" } ] }""");
        File.Copy(Path.Combine(Repository.Root, "deploy", "first-source", "partnerships.json"), PathOf("partnerships.json"));
        var grounds = sources.Select(id => $$"""{ "id": "{{id}}", "source": "{{id}}", "purpose": "proactive-help", "recipients": [ "ocmw-gent" ], "contracts": [ "support-file-opened" ], "fields": [ "insz", "occurredAt" ], "legalBasis": "SAMPLE", "validFrom": "2026-01-01" }""");
        File.WriteAllText(PathOf("authorisations.json"), $$"""{ "authorisations": [ {{string.Join(',', grounds)}} ] }""");
    }

    private static async Task<WebApplication> EndpointAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Run(context => context.Response.WriteAsync($$"""[{"nr":"D1","insz":"{{Good}}","open":"2026-11-20"},{"nr":"D2","insz":"no","open":"2026-11-20"}]"""));
        await application.StartAsync(Token);
        return application;
    }

    private async Task WriteSqliteAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={PathOf("caw.db")};Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE dossier (nr, insz, open, changed); INSERT INTO dossier VALUES ('D1', '{Good}', '2026-11-20', 1), ('D2', 'no', '2026-11-20', 2)";
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<string> WritePostgresAsync()
    {
        var connection = await production.DatabaseAsync(Token);
        await using var database = NpgsqlDataSource.Create(connection);
        await using var command = database.CreateCommand($"CREATE TABLE dossier (nr text, insz text, open date); INSERT INTO dossier VALUES ('D1', '{Good}', '2026-11-20'), ('D2', 'no', '2026-11-20')");
        await command.ExecuteNonQueryAsync(Token);
        return connection;
    }
}
