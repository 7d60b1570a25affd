using IntegrationHub.Host.Scheduling;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Host.Tests.Scheduling;

public sealed class SqliteScheduleTests : ScheduleContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-schedules-");

    private string File => Path.Combine(folder.FullName, "new", "schedules.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_run_killed_with_its_hub_is_run_again()
    {
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        await using var killed = await StartAsync(Yearly);
        await killed.Schedules.RunNowAsync("ocmw", Token);
        await Runner.NextAsync("ocmw");

        // What kill -9 leaves on the disk.
        var left = Path.Combine(folder.FullName, "left.db");
        await ExecuteAsync($"VACUUM INTO '{left}'");
        var successor = new FakeRunner();
        await using var host = await ScheduledHost.StartAsync(QuartzStore.Sqlite(left), successor, Yearly);

        (await successor.NextAsync("ocmw")).Trigger.ShouldBe("now");
        release.SetResult();
    }

    protected override Task<QuartzStore> StoreAsync() => Task.FromResult(QuartzStore.Sqlite(File));

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync(Token);
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
