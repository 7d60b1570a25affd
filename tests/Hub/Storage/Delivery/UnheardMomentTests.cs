using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Delivery;

public sealed class UnheardMomentOnSqlite() : UnheardMomentTests(new SqliteTestDatabase());

public sealed class UnheardMomentOnPostgres(PostgresFixture server) : UnheardMomentTests(new PostgresTestDatabase(server));

public abstract class UnheardMomentTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task A_moment_that_reached_nobody_is_told_when_somebody_can_be_told_also_in_a_signal_that_others_have()
    {
        await AppendAsync(Some.Record("p1", Some.Lives("anna")), Some.Record("p2", Some.Lives("bram", municipality: null)), Some.Record("h", Some.Household("anna", "anna", "bram")));
        await LearnAsync("anna", Some.Record("job", Some.Ended("anna")));
        await LearnAsync("bram", Some.Record("claim", Some.Evicted("bram")));
        (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem();
        await TakeEventsAsync();

        await LearnAsync("bram", Some.Record("p2", Some.Lives("bram")));

        var moments = await SeenAsync(await WhoAsync("anna"), await WhoAsync("bram"));
        moments.Moments.Values.SelectMany(some => some).ShouldAllBe(moment => moment.UnheardSignal == null && moment.Chosen.Count > 0);
        var claimed = await Store.Deliveries.ClaimDueAsync("host-a", Some.Now.AddHours(1), TimeSpan.FromMinutes(1), 20, [], Token);
        claimed.Single(delivery => delivery.Recipient == "ocmw-gent").Seen.Count().ShouldBe(2);
        (await TakeEventsAsync()).ShouldNotContain("signal-issued");
    }

    [Fact]
    public async Task A_signal_that_is_told_for_the_first_time_is_issued_then_and_not_updated()
    {
        await AppendAsync(Some.Record("p", Some.Lives("anna", municipality: null)));
        await LearnAsync("anna", Some.Record("job", Some.Ended("anna")));
        (await TakeEventsAsync()).ShouldBe(["scharniermoment-detected", "signal-refused"], ignoreOrder: true);

        await LearnAsync("anna", Some.Record("p", Some.Lives("anna")));

        (await TakeEventsAsync()).ShouldBe(["signal-issued"]);
    }

    private async Task<List<string>> TakeEventsAsync()
    {
        var told = await Store.Events.ClaimAsync(100, TimeSpan.FromSeconds(30), Some.Now, Token);
        await Store.Events.RemoveAsync([.. told.Select(batch => batch.Id)], Token);
        return [.. told.Select(batch => batch.Contract)];
    }

    private async Task LearnAsync(string who, params JournalRecord[] records)
    {
        await AppendAsync(records);
        await Store.Detection.DetectAsync(null, [await WhoAsync(who)], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token);
    }
}
