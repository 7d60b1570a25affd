using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Hosts;

public sealed class HostsOnSqlite() : HostTests(new SqliteTestDatabase());

public sealed class HostsOnPostgres(PostgresFixture server) : HostTests(new PostgresTestDatabase(server));

public abstract class HostTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task A_host_runs_from_when_it_says_so_until_it_leaves_or_falls_silent()
    {
        await Store.Hosts.SeenAsync("two", Some.Now, Some.Now, [], Token);
        await Store.Hosts.SeenAsync("one", Some.Now, Some.Now, [], Token);
        await Store.Hosts.SeenAsync("two", Some.Now, Some.Now.AddSeconds(5), [], Token);
        (await Store.Hosts.RunningAsync(Some.Now, Token)).ShouldBe(["one", "two"]);
        (await Store.Hosts.RunningAsync(Some.Now.AddSeconds(1), Token)).ShouldBe(["two"]);

        await Store.Hosts.LeaveAsync("two", Token);
        (await Store.Hosts.RunningAsync(Some.Now, Token)).ShouldBe(["one"]);
    }

    [Fact]
    public async Task After_a_year_the_next_rescan_forgets_hosts_questions_and_answers()
    {
        await Store.Hosts.SeenAsync("killed", Some.Now, Some.Now, [], Token);
        var old = await Store.Hosts.AskRescanAsync(Some.Now, Token);
        await Store.Hosts.AnswerRescanAsync(old, "killed", "{}", Some.Now, Token);
        var later = await Store.Hosts.AskRescanAsync(Some.Now.AddDays(365), Token);
        (await Store.Hosts.AnswersAsync(old, Token)).ShouldHaveSingleItem();

        await Store.Hosts.AskRescanAsync(Some.Now.AddDays(366), Token);

        (await Store.Hosts.AnswersAsync(old, Token)).ShouldBeEmpty();
        (await Store.Hosts.RunningAsync(Some.Now, Token)).ShouldBeEmpty();
        later.ShouldBeGreaterThan(old);
    }

    [Fact]
    public async Task A_rescan_is_seen_by_every_host_and_each_answers_once()
    {
        (await Store.Hosts.LatestRescanAsync(Some.Now, Token)).ShouldBeNull();
        var first = await Store.Hosts.AskRescanAsync(Some.Now, Token);
        (await Store.Hosts.LatestRescanAsync(Some.Now.AddSeconds(1), Token)).ShouldBeNull();
        var second = await Store.Hosts.AskRescanAsync(Some.Now.AddSeconds(2), Token);
        (await Store.Hosts.LatestRescanAsync(Some.Now, Token)).ShouldBe(second);
        second.ShouldBeGreaterThan(first);

        await Store.Hosts.AnswerRescanAsync(second, "two", """{"applied":[]}""", Some.Now.AddSeconds(3), Token);
        await Store.Hosts.AnswerRescanAsync(second, "one", "{}", Some.Now.AddSeconds(4), Token);
        await Store.Hosts.AnswerRescanAsync(second, "one", "again", Some.Now.AddSeconds(5), Token);
        (await Store.Hosts.AnswersAsync(first, Token)).ShouldBeEmpty();
        (await Store.Hosts.AnswersAsync(second, Token)).ShouldBe([new("one", Some.Now.AddSeconds(4), "{}"), new("two", Some.Now.AddSeconds(3), """{"applied":[]}""")]);
    }
}
