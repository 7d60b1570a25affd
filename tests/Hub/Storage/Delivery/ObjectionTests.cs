using IntegrationHub.Contracts;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Delivery;

public sealed class ObjectionsOnSqlite() : ObjectionTests(new SqliteTestDatabase());

public sealed class ObjectionsOnPostgres(PostgresFixture server) : ObjectionTests(new PostgresTestDatabase(server));

public abstract class ObjectionTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Who_has_a_signal_that_she_refuses_has_it_withdrawn_and_it_comes_again_when_she_takes_that_back()
    {
        await HappensAsync(Some.Now, Some.Record("p", Some.Lives("anna")), Some.Record("r1", Some.Ended("anna")));
        await DeliverAsync();

        await HappensAsync(Some.Now, Some.Record("w", Some.Objects("anna", "weigering", ("moment", "ontslag"))));

        (await ClaimAsync()).Select(delivery => (delivery.Recipient, delivery.IsWithdrawal)).ShouldBe([("ocmw-gent", true), ("caw-ov", true)], ignoreOrder: true);
        (await Database.RowsAsync("SELECT outcome, signal_id IS NULL, withdrawn_at IS NULL FROM moments")).ShouldHaveSingleItem().ToLowerInvariant().ShouldBeOneOf("silenced|true|true", "silenced|1|1");

        await HappensAsync(Some.Now, Some.Record("w"));

        (await ClaimAsync()).Select(delivery => (delivery.Recipient, delivery.IsWithdrawal)).ShouldBe([("ocmw-gent", false), ("caw-ov", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_waits_for_a_partner_when_a_fact_is_disputed_is_not_made()
    {
        await HappensAsync(Some.Now, Some.Record("p", Some.Lives("anna")), Some.Versioned("r1", 1, Some.Ended("anna")));

        await HappensAsync(Some.Now, Some.Record("d", Some.Objects("anna", "betwisting", ("contract", "employment-ended"), ("recordId", "r1"))));

        (await ClaimAsync()).ShouldBeEmpty();
        (await Database.RowsAsync("SELECT state FROM deliveries")).ShouldBe(["cancelled", "cancelled"]);
        (await Database.RowsAsync("SELECT outcome FROM moments")).ShouldBe(["disputed"]);
    }

    [Fact]
    public async Task The_source_answers_by_a_version_that_says_the_same_again()
    {
        await HappensAsync(Some.Now, Some.Record("p", Some.Lives("anna")), Some.Versioned("r1", 1, Some.Ended("anna")));
        await HappensAsync(Some.Now, Some.Record("d", Some.Objects("anna", "betwisting", ("contract", "employment-ended"))));

        await HappensAsync(Some.Now.AddHours(1), Some.Versioned("r1", 2, Some.Ended("anna")));

        (await ClaimAsync()).Count.ShouldBe(2);
        (await Database.RowsAsync("SELECT outcome FROM moments")).ShouldBe(["signalled"]);
        var job = (await SeenAsync(await WhoAsync("anna"))).Facts.Values.SelectMany(facts => facts).OfType<EmploymentEnded>().MaxBy(fact => fact.Revision)!;
        (job.KnownAt, job.ConfirmedAt).ShouldBe((Some.Now, Some.Now.AddHours(1)));
    }

    private async Task HappensAsync(DateTimeOffset now, params JournalRecord[] records)
    {
        await Store.Journal.AppendAsync(Some.Page(records) with { KnownAt = now }, Token);
        await Store.Detection.DetectAsync(null, [await WhoAsync("anna")], input => Gent.Decision.Decide(input, now), now, Token);
    }

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync() => Store.Deliveries.ClaimDueAsync("host", Some.Now.AddDays(1), Lease, 100, [], Token);

    private async Task DeliverAsync()
    {
        foreach (var delivery in await ClaimAsync())
            await Store.Deliveries.CompleteAsync(delivery, new Disclosure(["name"], "B 1", "202"), Some.Now, Token);
    }
}
