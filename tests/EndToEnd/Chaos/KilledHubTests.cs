using System.Diagnostics;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos;

/// <summary><c>kill -9</c> in the middle of a large export.</summary>
public sealed class KilledHubTests(Production production)
{
    private const int Rows = 100_000;
    private static readonly int Seed = Environment.GetEnvironmentVariable("HUB_TEST_SEED") is { Length: > 0 } text ? int.Parse(text) : Random.Shared.Next();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_SQLite_a_hub_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).Save();
        var accounting = new Accounting(folder, JobsExport.Write(folder, Rows), tool);
        var begin = Stopwatch.GetTimestamp();
        foreach (var records in KillPoints())
        {
            await using var killed = HubProcess.Once(folder);
            await accounting.UntilRecordsAsync(records, killed, Token);
            await killed.KillAsync(Token);
            (await accounting.Database.RecordsAsync(Token)).ShouldBeInRange(records, Rows - 1000);
        }

        await using (var delivering = HubProcess.Once(folder))
        {
            var delivered = tool.Count + 100;
            await Until.TrueAsync("more is delivered", () => tool.Count >= delivered || delivering.End.IsCompleted, Token, () => delivering.Errors);
            await delivering.KillAsync(Token);
        }

        await using var last = HubProcess.Once(folder);
        await last.EndsWithAsync(0, Token);

        Measured.Write($"{Rows} records on SQLite, three kills included", Stopwatch.GetElapsedTime(begin));
        await accounting.ShouldBeCompleteAsync(Token);
    }

    [Fact]
    public async Task On_PostgreSQL_and_RabbitMQ_a_hub_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing()
    {
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret).On(await production.ForOneTestAsync(Token)).Save();
        var accounting = new Accounting(folder, JobsExport.Write(folder, Rows), tool);
        var begin = Stopwatch.GetTimestamp();
        foreach (var records in KillPoints())
        {
            await using var killed = await HubProcess.RunAsync(folder, Token);
            await HubAdmin.RunSourceAsync(folder, Token);
            await accounting.UntilRecordsAsync(records, killed, Token);
            await killed.KillAsync(Token);
            (await accounting.Database.RecordsAsync(Token)).ShouldBeInRange(records, Rows - 1000);
        }

        await using var last = await HubProcess.RunAsync(folder, Token);
        await HubAdmin.RunSourceAsync(folder, Token);
        await accounting.UntilDoneAsync(last, Token);

        Measured.Write($"{Rows} records on PostgreSQL and RabbitMQ, two kills included", Stopwatch.GetElapsedTime(begin));
        Measured.Write("Stopping that hub", await last.StopAsync(Token));
        await accounting.ShouldBeCompleteAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hub_that_is_stopped_in_the_middle_ends_soon_and_goes_on_when_it_starts_again(bool onServers)
    {
        const int rows = Rows / 2;
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret);
        if (onServers)
            folder.On(await production.ForOneTestAsync(Token));
        var accounting = new Accounting(folder.Save(), JobsExport.Write(folder, rows), tool);
        await using (var stopped = await HubProcess.RunAsync(folder, Token))
        {
            await HubAdmin.RunSourceAsync(folder, Token);
            await Until.TrueAsync("signals go out", () => tool.Count > 10, Token, () => stopped.Errors);

            var stop = await stopped.StopAsync(Token);

            Measured.Write($"Stopping a busy hub, {(onServers ? "PostgreSQL and RabbitMQ" : "SQLite")}", stop);
            stop.ShouldBeLessThan(TimeSpan.FromSeconds(10));
            stopped.Errors.ShouldNotContain("fail: ");
            stopped.Errors.ShouldNotContain("Unhandled");
        }

        (await accounting.Database.NumberAsync("SELECT count(*) FROM deliveries WHERE state = 'pending' AND claimed_by IS NOT NULL", Token)).ShouldBe(0);
        await using var last = HubProcess.Once(folder);
        await last.EndsWithAsync(0, Token);
        await accounting.ShouldBeCompleteAsync(Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hub_that_is_left_alone_reads_the_same(bool onServers)
    {
        const int rows = Rows / 2;
        await using var tool = await CaseWorkersTool.StartAsync(Token);
        using var folder = new HubFolder(tool.Url, tool.Secret);
        if (onServers)
            folder.On(await production.ForOneTestAsync(Token));
        var accounting = new Accounting(folder.Save(), JobsExport.Write(folder, rows), tool);

        var begin = Stopwatch.GetTimestamp();
        await using var hub = HubProcess.Once(folder);
        await hub.EndsWithAsync(0, Token);

        Measured.Write($"{rows} records on {(onServers ? "PostgreSQL and RabbitMQ" : "SQLite")}, start and end of the process included", Stopwatch.GetElapsedTime(begin));
        await accounting.ShouldBeCompleteAsync(Token);
    }

    private static IEnumerable<int> KillPoints()
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"HUB_TEST_SEED={Seed}");
        var random = new Random(Seed);
        return [random.Next(1, Rows * 4 / 10), random.Next(Rows * 4 / 10, Rows * 8 / 10)];
    }
}
