using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Delivery;

public sealed class PartedSignalOnSqlite() : PartedSignalTests(new SqliteTestDatabase());

public sealed class PartedSignalOnPostgres(PostgresFixture server) : PartedSignalTests(new PostgresTestDatabase(server));

public abstract class PartedSignalTests(TestDatabase database) : StoreTests(database)
{
    private static readonly Disclosure Shown = new(["name"], "B 1", "202");

    [Fact]
    public async Task Who_had_the_signal_of_two_who_part_gets_an_update_and_a_signal_of_the_one_who_left_or_a_withdrawal()
    {
        await AppendAsync(Some.Record("p1", Some.Lives("anna")), Some.Record("p2", Some.Lives("bram")), Some.Record("h", Some.Household("anna", "anna", "bram")));
        await LearnAsync("anna", Some.Record("claim", Some.Evicted("anna")));
        await LearnAsync("bram", Some.Record("job", Some.Ended("bram")));
        var shared = (await Store.Deliveries.ListAsync(10, Token)).ShouldHaveSingleItem().Id;
        foreach (var delivery in await ClaimAsync())
            await Store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);

        await LearnAsync("bram", Some.Record("flag", Some.Hidden("bram")));

        var told = await ClaimAsync();
        told.Select(delivery => (delivery.SignalId == shared, delivery.Recipient, delivery.Kind.ToString())).ShouldBe(
            [(true, "ocmw-gent", "Updated"), (true, "caw-ov", "Withdrawn"), (false, "ocmw-gent", "Issued"), (false, "caw-ov", "Issued")], ignoreOrder: true);
        told.Where(delivery => !delivery.IsWithdrawal).ShouldAllBe(delivery => delivery.Seen.Count() == 1);
        (await SeenAsync(await WhoAsync("anna"))).Signals.Count.ShouldBe(2);
    }

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync() => Store.Deliveries.ClaimDueAsync("host-a", Some.Now.AddHours(2), TimeSpan.FromMinutes(1), 20, [], Token);

    private async Task LearnAsync(string who, params JournalRecord[] records)
    {
        await AppendAsync(records);
        await Store.Detection.DetectAsync(null, [await WhoAsync(who)], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token);
    }
}
