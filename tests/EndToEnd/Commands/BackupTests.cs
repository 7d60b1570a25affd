using System.Diagnostics;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Commands;

/// <summary>A backup of a hub that reads an export and takes discharges from a hospital meanwhile; then the store is gone.</summary>
public sealed class BackupTests(Production production)
{
    private const int Rows = 6_000;
    private const int DischargesAfter = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_store_that_was_lost_comes_back_from_a_backup_made_under_load_and_when_the_sources_went_on_every_moment_is_there_once(bool onServers)
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Hospital.AddTo(new HubFolder(tool.Url, tool.Secret), out var port).Administered("restore");
        if (onServers)
            folder.On(await production.ForOneTestAsync(Token));
        var export = JobsExport.Write(folder.Save(), Rows);
        var accounting = new Accounting(folder, export, tool);
        var backup = Path.Combine(folder.Path, "hub.backup");
        int discharged;

        await using (var hub = await HubProcess.RunAsync(folder, Token))
        {
            await HubAdmin.RunSourceAsync(folder, Token);
            await accounting.UntilRecordsAsync(500, hub, Token);
            using var stop = new CancellationTokenSource();
            var pushing = DischargeUntilAsync(port, stop.Token);
            var begin = Stopwatch.GetTimestamp();
            await HubAsync(folder, 0, "backup", "--to", backup);
            Measured.Write($"A backup under load, {(onServers ? "PostgreSQL" : "SQLite")}", Stopwatch.GetElapsedTime(begin));
            await stop.CancelAsync();
            discharged = await pushing;
            await Until.TrueAsync("the hub went on after the backup", async () => await accounting.Database.RecordsAsync(Token) >= export.Records, Token, () => hub.Errors);
            hub.Errors.ShouldNotContain("fail: ");
            await hub.KillAsync(Token);
        }

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await HubAsync(folder, 1, "restore", "--from", backup, "--no-erasures")).ShouldContain("The store is not empty");

        await DestroyAsync(folder);
        var told = JsonDocument.Parse(await HubAsync(folder, 0, "restore", "--from", backup, "--no-erasures", "--json")).RootElement;
        (await accounting.Database.RecordsAsync(Token)).ShouldBeInRange(500, export.Records + discharged - 1, "the backup is of the middle");
        var needs = told.GetProperty("sources").EnumerateArray().ToDictionary(source => source.GetProperty("source").GetString()!, source => source);
        needs[HubFolder.Ocmw].GetProperty("needs").GetString().ShouldBe("nothing");
        needs[Hospital.Id].GetProperty("needs").GetString().ShouldBe("send-again");

        await using var restored = await HubProcess.RunAsync(folder, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        for (var number = 0; number < discharged; number++)
            await DischargeAsync(port, number, Token);
        await Until.TrueAsync("everything is read again, processed and delivered", () => IsDoneAsync(accounting.Database, export.Records + discharged), Token, () => restored.Errors);

        await ShouldHaveEachMomentOnceAsync(accounting.Database, export, discharged);
        tool.Received.Where(one => one.Type == "signal.issued").Select(one => one.Insz!).ToHashSet().IsSupersetOf(export.LostJob).ShouldBeTrue();
        var ledger = JsonDocument.Parse(await HubAsync(folder, 0, "ledger", "--json")).RootElement;
        ledger.GetProperty("addsUp").GetBoolean().ShouldBeTrue(ledger.GetRawText());
    }

    private static async Task ShouldHaveEachMomentOnceAsync(HubDatabaseReader database, JobsExport export, int discharged)
    {
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE rule = 'ontslag' AND withdrawn_at IS NULL", Token)).ShouldBe(export.LostJob.Count);
        (await database.NumberAsync("SELECT count(DISTINCT citizen) FROM moments WHERE rule = 'ontslag'", Token)).ShouldBe(export.LostJob.Count);
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE contract = 'hospital-discharged' AND withdrawn_at IS NULL", Token)).ShouldBe(discharged);
        (await database.NumberAsync("SELECT count(DISTINCT citizen) FROM moments WHERE contract = 'hospital-discharged'", Token)).ShouldBe(discharged);
        (await database.NumberAsync("SELECT count(*) FROM moments WHERE withdrawn_at IS NOT NULL", Token)).ShouldBe(0);
    }

    private static async Task<bool> IsDoneAsync(HubDatabaseReader database, int records) =>
        await database.RecordsAsync(Token) == records
        && await database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL", Token) == 0
        && await database.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 'pending'", Token) == 0;

    /// <summary>Until it is told to stop, and some more; returns how many were acknowledged.</summary>
    private static async Task<int> DischargeUntilAsync(int port, CancellationToken stop)
    {
        var number = 0;
        while (!stop.IsCancellationRequested)
            await DischargeAsync(port, number++, Token);
        for (var i = 0; i < DischargesAfter; i++)
            await DischargeAsync(port, number++, Token);
        return number;
    }

    private static Task DischargeAsync(int port, int number, CancellationToken token) =>
        Hospital.DischargeAsync(port, number, TestInsz.Number(1_000_000 + number), $"Naam{number}", $"Voornaam{number}", $"Straat {number}", token);

    private async Task DestroyAsync(HubFolder folder)
    {
        if (folder.PostgresConnection is not null)
        {
            folder.OnDatabase(await production.DatabaseAsync(Token));
            return;
        }

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(folder.SqliteFile)!).Where(file => !file.EndsWith(".keys", StringComparison.Ordinal)))
            File.Delete(file);
    }

    private static async Task<string> HubAsync(HubFolder folder, int code, params string[] arguments)
    {
        await using var hub = HubProcess.Start(folder.Path, [.. arguments, "--config", folder.Path]);
        await hub.EndsWithAsync(code, Token);
        return code == 0 ? hub.Output : hub.Errors;
    }
}
