using System.Text;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Privacy;

public sealed class NothingInTheClearOnSqlite() : NothingInTheClearTests(new SqliteTestDatabase())
{
    protected override Task<List<string>> TablesAsync() => Database.RowsAsync("SELECT name FROM sqlite_master WHERE type = 'table'");
}

public sealed class NothingInTheClearOnPostgres(PostgresFixture server) : NothingInTheClearTests(new PostgresTestDatabase(server))
{
    protected override Task<List<string>> TablesAsync() => Database.RowsAsync("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
}

public abstract class NothingInTheClearTests(TestDatabase database) : StoreTests(database)
{
    private const string Insz = "85673003328";
    private const string Name = "Vanmerkteken";

    [Fact]
    public async Task A_marked_citizen_is_in_no_table_by_number_or_name()
    {
        var person = $$"""{"insz":"{{Insz}}","familyName":"{{Name}}"}""";
        await Store.Journal.AppendAsync(
            Some.Page(Some.Record("r1", Some.Ended(Insz, name: person)), Some.Record("r2", Some.FileOpened(Insz, person)), Some.Record("h", Some.Household(Insz, Insz, "bram"))) with
            {
                Quarantined = [Some.Quarantined("q", person)],
                Checkpoint = "page 1",
            },
            Token);
        await Store.Operations.WriteStateAsync(Some.Source, Keys.Hash(Insz), person, Token);
        await Store.Detection.DetectAsync(null, [await WhoAsync(Insz)], input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
        foreach (var delivery in await Store.Deliveries.ClaimDueAsync("host-a", Some.Now, TimeSpan.FromMinutes(1), 10, [], Token))
            await Store.Deliveries.CompleteAsync(delivery, new Disclosure(["insz"], "12/2026", "202"), Some.Now, Token);
        foreach (var batch in await Store.Journal.ClaimForPublishingAsync("host", 1, TimeSpan.FromMinutes(5), Some.Now, Token))
            await Store.Detection.QuarantineBatchAsync(batch.Id, "a fact that can be evaluated", Some.Now, Token);

        // The same facts in another form: what the test looks for is there to be opened.
        (await Store.Caseload.PageAsync(null, 10, Some.Now, Token)).Select(row => Encoding.UTF8.GetString(row.Person.Span)).ShouldBe([person]);
        var tables = await TablesAsync();
        tables.Count.ShouldBeGreaterThan(18);
        foreach (var table in tables)
        {
            foreach (var row in await Database.RowsAsync($"SELECT * FROM {table}"))
            {
                row.ShouldNotContain(Insz, Case.Sensitive, table);
                row.ShouldNotContain(Name, Case.Insensitive, table);
            }
        }
    }

    protected abstract Task<List<string>> TablesAsync();
}
