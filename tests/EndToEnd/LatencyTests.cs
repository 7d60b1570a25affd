using System.Diagnostics;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>How soon a case worker knows of a discharge when the hub has nothing else to do.</summary>
public sealed class LatencyTests(Production production)
{
    private const int Discharges = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_PostgreSQL_and_RabbitMQ_each_discharge_that_is_pushed_reaches_the_tool()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Hospital.AddTo(new HubFolder(tool.Url, tool.Secret), out var port).On(await production.ForOneTestAsync(Token)).Save();
        await MeasureAsync("PostgreSQL and RabbitMQ", folder, port, tool);
    }

    [Fact]
    public async Task Embedded_each_discharge_that_is_pushed_reaches_the_tool()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = Hospital.AddTo(new HubFolder(tool.Url, tool.Secret), out var port).Save();
        await MeasureAsync("SQLite", folder, port, tool);
    }

    private static async Task MeasureAsync(string where, HubFolder folder, int port, CaseWorkersTool tool)
    {
        var rows = Enumerable.Range(0, Discharges).Select(i => $"D-{i};{TestInsz.Number(i)};12/01/2026;mw-012");
        await File.WriteAllTextAsync(Path.Combine(folder.Exports, "dossiers-1.csv"), $"dossiernummer;insz;geopend_op;maatschappelijk_werker\n{string.Join('\n', rows)}\n", Token);
        await using var hub = await HubProcess.RunAsync(folder, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        var database = new HubDatabaseReader(folder);
        await Until.TrueAsync("the files are known", async () => await database.RecordsAsync(Token) == Discharges, Token, () => hub.Errors);
        await Until.TrueAsync("they are processed", async () => await database.NumberAsync("SELECT count(*) FROM batches WHERE processed_at IS NULL", Token) == 0, Token, () => hub.Errors);

        var latencies = new List<TimeSpan>();
        for (var i = 0; i < Discharges; i++)
        {
            var insz = TestInsz.Number(i);
            var begin = Stopwatch.GetTimestamp();
            await Hospital.DischargeAsync(port, i, insz, "Naam", "Voornaam", "Straat 1", Token);
            await Until.TrueAsync("the signal arrives", () => tool.Received.Any(one => one.Insz == insz), Token, () => hub.Errors);
            latencies.Add(Stopwatch.GetElapsedTime(begin, tool.Received.First(one => one.Insz == insz).At));
        }

        latencies.Sort();
        Measured.Write(
            $"Push to webhook on an idle hub, {where}, {Discharges} discharges",
            $"median {latencies[Discharges / 2].TotalMilliseconds:0} ms, fastest {latencies[0].TotalMilliseconds:0} ms, slowest {latencies[^1].TotalMilliseconds:0} ms");
        tool.Received.Count.ShouldBe(Discharges);
        var stop = await hub.StopAsync(Token);
        Measured.Write($"Stopping an idle hub, {where}", stop);
        stop.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
