using IntegrationHub.Storage.Alerts;
using IntegrationHub.Storage.Hosts;
using IntegrationHub.Storage.Ledger;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Alerts;

public sealed class AlertsOnSqlite() : AlertTests(new SqliteTestDatabase());

public sealed class AlertsOnPostgres(PostgresFixture server) : AlertTests(new PostgresTestDatabase(server));

public abstract class AlertTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task An_alert_starts_once_and_ends_once_however_many_hosts_see_it()
    {
        await using var other = Database.Open();
        IHubStore[] hosts = [.. Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? Store : other)];

        (await Task.WhenAll(hosts.Select(host => host.Alerts.StartAsync("silent:az", "nothing came", Some.Now, Token)))).Count(first => first).ShouldBe(1);
        (await Store.Alerts.OpenAsync(Token)).ShouldBe([new Alert("silent:az", "nothing came", Some.Now, null)]);
        (await Task.WhenAll(hosts.Select(host => host.Alerts.EndAsync("silent:az", Some.Now.AddHours(1), Token)))).Count(first => first).ShouldBe(1);
        (await Store.Alerts.OpenAsync(Token)).ShouldBeEmpty();

        (await Store.Alerts.StartAsync("silent:az", "again", Some.Now.AddHours(2), Token)).ShouldBeTrue();
        (await Store.Alerts.SinceAsync(Some.Now.AddMinutes(30), Token)).Select(alert => (alert.Detail, alert.EndedAt)).ShouldBe([("again", null), ("nothing came", Some.Now.AddHours(1))]);
        (await Store.Alerts.SinceAsync(Some.Now.AddHours(3), Token)).ShouldHaveSingleItem().Detail.ShouldBe("again");
    }

    [Fact]
    public async Task Since_when_batches_wait_is_told_of_all_and_of_those_on_the_bus()
    {
        (await Store.Ledger.WaitingAsync(Token)).ShouldBe(new WaitingBatches(null, null));
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token);
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r2", Some.Ended("bram"))) with { KnownAt = Some.Now.AddMinutes(1) }, Token);

        (await Store.Ledger.WaitingAsync(Token)).ShouldBe(new WaitingBatches(Some.Now, Some.Now));
    }

    [Fact]
    public async Task Of_the_hosts_that_run_the_one_that_hears_most_counts()
    {
        await Store.Hosts.SeenAsync("a", Some.Now.AddHours(-2), Some.Now, [], Token);
        await Store.Hosts.SeenAsync("b", Some.Now.AddHours(-1), Some.Now, [], Token);
        await Store.Hosts.SeenAsync("gone", Some.Now.AddHours(-9), Some.Now.AddHours(-3), [], Token);
        await Store.Hosts.ConsumingAsync("a", null, Some.Now.AddMinutes(-5), Token);
        await Store.Hosts.ConsumingAsync("b", Some.Now, null, Token);
        await Store.Hosts.ConsumingAsync("gone", Some.Now.AddMinutes(1), Some.Now.AddMinutes(1), Token);

        (await Store.Hosts.LiveAsync(Some.Now.AddSeconds(-20), Token)).ShouldBe(new LiveHosts(Some.Now.AddHours(-2), Some.Now, Some.Now.AddMinutes(-5)));
        (await Store.Hosts.LiveAsync(Some.Now.AddMinutes(1), Token)).ShouldBe(new LiveHosts(null, null, null));
    }

    [Fact]
    public async Task The_hours_in_which_something_came_are_known_and_what_is_old_is_added_up()
    {
        var hours = new[] { 0, 1, 30, 24 * 95, (24 * 95) + 1 };
        foreach (var hour in hours)
        {
            for (var i = 0; i < 3; i++)
                await Task.Run(() => Store.Journal.AppendAsync(Some.Page(Some.Record($"{hour}-{i}", Some.Ended($"anna-{hour}-{i}"))) with { KnownAt = Some.Now.AddHours(-hour).AddMinutes(i) }, Token), Token);
        }

        await Task.WhenAll(Store.Ledger.FoldAsync(Some.Now, Token), Store.Ledger.FoldAsync(Some.Now, Token));

        (await Store.Ledger.ArrivalsAsync(Some.Now.AddDays(-60), Token))[Some.Source].ShouldBe([Some.Now, Some.Now.AddHours(-1), Some.Now.AddHours(-30)], ignoreOrder: true);
        // 21 November 2026 less 95 days is 18 August: the two hours are one row, at the beginning of that day in Belgium.
        var old = await Database.RowsAsync("SELECT hour, read_count, accepted, facts FROM source_counts ORDER BY hour LIMIT 1");
        old.ShouldBe([$"{(new DateTimeOffset(2026, 8, 17, 22, 0, 0, TimeSpan.Zero) - DateTimeOffset.UnixEpoch).TotalHours}|6|6|6"]);
        (await Database.RowsAsync("SELECT count(*) FROM source_counts WHERE hour < (SELECT max(hour) FROM source_counts) - 3 AND shard <> 0")).ShouldBe(["0"]);
        var book = await Store.Ledger.ReadAsync(null, null, Some.Now.AddYears(-1), Token);
        (book.AddsUp, book.Sources.Single().Intake.Read).ShouldBe((true, 15));
    }
}
