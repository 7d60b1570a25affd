using System.Globalization;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class ConcurrencyOnSqlite() : ConcurrencyTests(() => new SqliteTestDatabase());

public sealed class ConcurrencyOnPostgres(PostgresFixture server) : ConcurrencyTests(() => new PostgresTestDatabase(server));

public abstract class ConcurrencyTests(Func<TestDatabase> another) : StoreTests(another())
{
    [Fact]
    public async Task Hosts_that_start_together_on_an_empty_database_bring_it_up_to_date_once()
    {
        await using var fresh = another();
        await fresh.CreateAsync(Token);
        var stores = Enumerable.Range(0, 6).Select(_ => fresh.Open()).ToList();
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.MigrateAsync(Token), Token)));
        var scripts = typeof(HubStore).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Sqlite/", StringComparison.Ordinal)).Select(name => $"{int.Parse(name.AsSpan(7, 4), CultureInfo.InvariantCulture)}");
        (await fresh.RowsAsync("SELECT version FROM schema_version ORDER BY version")).ShouldBe(scripts, ignoreOrder: true);
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task Two_hosts_that_append_the_same_records_at_once_store_each_version_once()
    {
        await using var other = Database.Open();
        var random = new Random(1);
        for (var round = 0; round < 10; round++)
        {
            var records = Enumerable.Range(0, 200).Select(i => Some.Versioned($"r{i}", round, Some.Ended($"citizen {(i * 7) % 90}"))).ToArray();
            var pages = Enumerable.Range(0, 4).Select(_ => records.OrderBy(_ => random.Next()).ToArray()).ToList();

            var results = await Task.WhenAll(pages.Select((page, i) => Task.Run(() => (i % 2 == 0 ? Store : other).Journal.AppendAsync(Some.Page(page), Token), Token)));

            results.Sum(result => result.Counts.Accepted).ShouldBe(200);
        }

        var facts = await PublishedAsync();
        facts.Count.ShouldBe(2_000);
        facts.GroupBy(fact => (fact.RecordId, fact.Revision)).ShouldAllBe(group => group.Count() == 1);
        facts.Select(fact => fact.Citizen).Distinct().Count().ShouldBe(90);
        (await Store.Operations.TotalsAsync(Token)).Citizens.ShouldBe(90);
    }
}
