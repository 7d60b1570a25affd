using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary><c>hub audit</c>: what a case worker was shown is in the log, sealed, and what is done to it behind the hub's back is found.</summary>
public sealed class AuditTests
{
    private static readonly string Koen = TestInsz.Number(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_shown_is_sealed_when_the_hub_stops_and_what_is_changed_or_cut_off_after_it_is_found()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        File.WriteAllText(Path.Combine(folder.Exports, "tewerkstelling-00.csv"), $"contractnummer;insz;naam;voornaam;nis;in_dienst;uit_dienst\nA60-1;{Koen};Naam;Voornaam;44021;01/12/2025;{Recently.LastWeek}\n");
        await RunAsync(folder, 0, "run", "--once");
        await RunAsync(folder, 0, "run", "--once");

        (await RunAsync(folder, 1, "audit", "--json")).ShouldContain("\"may\": [\"read-audit\"]");
        folder.Administered("read-audit").Save();
        var shown = JsonDocument.Parse(await RunAsync(folder, 0, "audit", "--json", "--kind", "disclosed")).RootElement.EnumerateArray().ShouldHaveSingleItem();
        shown.GetProperty("recipient").GetString().ShouldBe(HubFolder.Ocmw);
        shown.GetProperty("fields").EnumerateArray().Select(field => field.GetString()).ShouldContain("insz");
        (await RunAsync(folder, 0, "audit", "--recipient", HubFolder.Ocmw)).ShouldContain("disclosed");
        (await RunAsync(folder, 0, "audit", "--kind", "audit-read", "--json")).ShouldContain("kind: disclosed; since: the beginning; until: now; the latest 50");
        (await RunAsync(folder, 0, "audit", "verify")).ShouldContain("all as they were sealed, up to and past the head outside the database.");
        (await RunAsync(folder, 1, "audit", "export")).ShouldContain("\"may\": [\"export-audit\"]");
        (await RunAsync(folder, 1, "audit", "restart-head", "--reason", "test")).ShouldContain("\"may\": [\"restore\"]");
        (await RunAsync(folder, 2, "audit", "--citizen", Koen)).ShouldContain("Never an INSZ");

        var kept = File.ReadAllBytes(folder.SqliteFile);
        Change(folder, "UPDATE audit SET fields = 'name' WHERE kind = 'disclosed'");
        (await RunAsync(folder, 1, "audit", "verify")).ShouldContain("Block 1 (entries 1 to 1) does not match its seal");
        File.WriteAllBytes(folder.SqliteFile, kept);
        (await RunAsync(folder, 0, "audit", "verify")).ShouldContain("all as they were sealed");
        Change(folder, "DELETE FROM audit; DELETE FROM audit_blocks");
        var cut = JsonDocument.Parse(await RunAsync(folder, 1, "audit", "verify", "--json")).RootElement;
        cut.GetProperty("isWhole").GetBoolean().ShouldBeFalse();
        cut.GetProperty("report").GetProperty("faults")[0].GetProperty("kind").GetString().ShouldBe("tail-cut");
    }

    private static void Change(HubFolder folder, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.SqliteFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql + "; PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    private static async Task<string> RunAsync(HubFolder folder, int code, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(code, Token);
        return hub.Output + hub.Errors;
    }
}
