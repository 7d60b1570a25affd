using IntegrationHub.Host.Scheduling;
using IntegrationHub.Tests.Servers;
using Npgsql;

namespace IntegrationHub.Host.Tests.Scheduling;

public sealed class PostgresScheduleTests(PostgresFixture postgres) : ScheduleContract
{
    private string? database;

    [Fact]
    public async Task Hosts_that_start_together_on_an_empty_database_share_the_runs()
    {
        var store = await StoreAsync();
        var hosts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => ScheduledHost.StartAsync(store, Runner, Eager, Metronome))));

        await Runner.NextAsync("ocmw", 4);

        Runner.Overlapped.ShouldBeEmpty();
        await UntilAsync(async () => await ScalarAsync("SELECT count(*) FROM qrtz_scheduler_state") is 3L);
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task No_two_hosts_run_one_source_at_a_time()
    {
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        await using var first = await StartAsync(Eager, Metronome);
        await using var second = await StartAsync(Eager, Metronome);
        await Runner.NextAsync("ocmw");

        await Runner.NextAsync("metronome", 3);

        Runner.Count("ocmw").ShouldBe(1);
        (await first.Schedules.RunNowAsync("ocmw", Token)).ShouldBeFalse();
        (await second.Schedules.RunNowAsync("ocmw", Token)).ShouldBeFalse();
        release.SetResult();
        await Runner.NextAsync("ocmw");
        Runner.Overlapped.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_killed_with_its_host_is_run_again_by_another()
    {
        // Cut off from the database for good is what a killed host is to the others.
        await StoreAsync();
        await ExecuteAsync($"CREATE ROLE {Mortal} SUPERUSER LOGIN PASSWORD '{Mortal}'");
        var mortal = new NpgsqlConnectionStringBuilder(database) { Username = Mortal, Password = Mortal }.ConnectionString;
        var release = new TaskCompletionSource();
        Runner.Does["ocmw"] = async (_, _) =>
        {
            await release.Task;
            return FakeRunner.Result("done");
        };
        var killed = await ScheduledHost.StartAsync(QuartzStore.PostgreSql(mortal), Runner, Yearly);
        await killed.Schedules.RunNowAsync("ocmw", Token);
        await Runner.NextAsync("ocmw");
        var successor = new FakeRunner();
        await using var host = await ScheduledHost.StartAsync(await StoreAsync(), successor, Yearly);

        await ExecuteAsync($"ALTER ROLE {Mortal} NOLOGIN; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{Mortal}'");

        (await successor.NextAsync("ocmw")).Trigger.ShouldBe("now");
        await ExecuteAsync($"ALTER ROLE {Mortal} LOGIN");
        release.SetResult();
        await killed.DisposeAsync();
    }

    private static string Mortal { get; } = $"mortal_{Guid.NewGuid():N}";

    protected override async Task<QuartzStore> StoreAsync()
    {
        database ??= await (await postgres.GetAsync(Token)).CreateDatabaseAsync(token: Token);
        return QuartzStore.PostgreSql(database);
    }

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        return connection;
    }
}
