using System.Text.Json;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Events;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Events;

public sealed class EventsOnSqlite() : EventTests(new SqliteTestDatabase());

public sealed class EventsOnPostgres(PostgresFixture server) : EventTests(new PostgresTestDatabase(server));

public abstract class EventTests(TestDatabase database) : StoreTests(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_moment_its_signal_and_a_refusal_are_told_in_the_transaction_that_stores_them()
    {
        await DetectAsync(["r1", "r2"], ["anna", "bram"], ["ocmw-gent", "dmw"], ["caw"]);

        var told = await ClaimAsync(Some.Now);

        told.Select(batch => (batch.Contract, batch.Code, batch.Events.Count)).ShouldBe(
            [("scharniermoment-detected", "ontslag", 2), ("signal-issued", "ontslag", 2), ("signal-refused", "ontslag", 2)], ignoreOrder: true);
        var moment = Read<ScharniermomentDetected>(told).Single(one => one.Anchor.RecordId == "r1");
        (moment.Citizen, moment.Rule, moment.Code, moment.KnownAt, moment.DetectedAt).ShouldBe((await WhoAsync("anna"), "ontslag", "ontslag", Some.Now, Some.Now));
        var signal = Read<SignalIssued>(told).Single(one => one.Moment == moment.Moment);
        (signal.Citizen, signal.IssuedAt, string.Join(',', signal.Recipients)).ShouldBe((moment.Citizen, Some.Now, "ocmw-gent,dmw"));
        Read<SignalRefused>(told).Single(one => one.Signal == signal.Signal)
            .ShouldBe(new SignalRefused { Signal = signal.Signal, Code = "ontslag", Citizen = moment.Citizen, Recipient = "caw", Reason = "No authorisation.", RefusedAt = Some.Now });
    }

    [Fact]
    public async Task A_signal_that_nobody_receives_was_not_issued()
    {
        await DetectAsync(["r1"], ["anna"], [], ["caw"]);

        (await ClaimAsync(Some.Now)).Select(batch => batch.Contract).ShouldBe(["scharniermoment-detected", "signal-refused"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_moment_that_lost_its_ground_is_told_and_the_withdrawal_of_its_signal_is_no_delivery()
    {
        await DetectAsync(["r1"], ["anna"], ["ocmw-gent"]);
        await CompleteAllAsync();
        await TakeAllAsync();

        await AppendAsync(Some.Record("r1"));
        await Store.Detection.DetectAsync(null, [await WhoAsync("anna")], input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
        await CompleteAllAsync();

        var told = await ClaimAsync(Some.Now);
        told.Count.ShouldBe(2);
        Read<ScharniermomentWithdrawn>(told).ShouldHaveSingleItem().Citizen.ShouldBe(await WhoAsync("anna"));
        Read<SignalWithdrawn>(told).ShouldHaveSingleItem().Code.ShouldBe("ontslag");
    }

    [Fact]
    public async Task A_delivery_and_a_refusal_at_the_last_moment_are_told_once()
    {
        await DetectAsync(["r1"], ["anna"], ["ocmw-gent", "caw"]);
        await TakeAllAsync();
        var both = (await Store.Deliveries.ClaimDueAsync("host", Some.Now, Lease, 10, [], Token)).OrderBy(delivery => delivery.Recipient).ToList();

        await Store.Deliveries.RefuseAsync(both[0], "The authorisation ended.", Some.Now, Token);
        await Store.Deliveries.RefuseAsync(both[0], "The authorisation ended.", Some.Now, Token);
        await Store.Deliveries.CompleteAsync(both[1], new Disclosure([], "", null), Some.Now, Token);
        await Store.Deliveries.CompleteAsync(both[1], new Disclosure([], "", null), Some.Now, Token);

        var told = await ClaimAsync(Some.Now);
        Read<SignalRefused>(told).ShouldHaveSingleItem().Recipient.ShouldBe("caw");
        Read<SignalDelivered>(told).ShouldHaveSingleItem()
            .ShouldBe(new SignalDelivered { Signal = both[1].SignalId, Code = "ontslag", Citizen = both[1].Moment.Citizen, Recipient = "ocmw-gent", DeliveredAt = Some.Now });
    }

    [Fact]
    public async Task What_was_taken_is_taken_by_no_other_until_its_lease_ends_or_it_is_let_go()
    {
        await DetectAsync(["r1"], ["anna"], ["ocmw-gent"]);

        var taken = await ClaimAsync(Some.Now);
        (await ClaimAsync(Some.Now.AddSeconds(29))).ShouldBeEmpty();
        (await ClaimAsync(Some.Now.AddSeconds(30))).Select(batch => batch.Id).ShouldBe(taken.Select(batch => batch.Id));
        await Store.Events.ReleaseAsync([taken[1].Id], Token);
        (await ClaimAsync(Some.Now.AddSeconds(31))).ShouldHaveSingleItem().Id.ShouldBe(taken[1].Id);

        await Store.Events.RemoveAsync([.. taken.Select(batch => batch.Id)], Token);
        (await Store.Events.CountAsync(Token)).ShouldBe(0);
        (await ClaimAsync(Some.Now.AddDays(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task When_detection_throws_nothing_is_told()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        var anna = await WhoAsync("anna");

        await Should.ThrowAsync<InvalidOperationException>(() => Store.Detection.DetectAsync(null, [anna], _ => throw new InvalidOperationException("broken rule"), Some.Now, Token));

        (await Store.Events.CountAsync(Token)).ShouldBe(0);
    }

    private static IReadOnlyList<T> Read<T>(IEnumerable<EventBatch> batches) =>
        [.. batches.Where(batch => batch.Contract == EventContract.NameOf(typeof(T))).SelectMany(batch => batch.Events).Select(json => (T)JsonSerializer.Deserialize(json.Span, ContractsJson.Default.GetTypeInfo(typeof(T))!)!)];

    private async Task DetectAsync(string[] records, string[] people, string[] recipients, string[]? refused = null)
    {
        await AppendAsync([.. records.Zip(people, (record, person) => Some.Record(record, Some.Ended(person)))]);
        var citizens = new List<CitizenRef>();
        foreach (var person in people)
            citizens.Add(await WhoAsync(person));
        await Store.Detection.DetectAsync(null, citizens, input => Outcomes.Detect(input, Some.Now, recipients, refused), Some.Now, Token);
    }

    private async Task CompleteAllAsync()
    {
        foreach (var delivery in await Store.Deliveries.ClaimDueAsync("host", Some.Now, Lease, 10, [], Token))
            await Store.Deliveries.CompleteAsync(delivery, new Disclosure([], "", null), Some.Now, Token);
    }

    private async Task TakeAllAsync() => await Store.Events.RemoveAsync([.. (await ClaimAsync(Some.Now)).Select(batch => batch.Id)], Token);

    private Task<IReadOnlyList<EventBatch>> ClaimAsync(DateTimeOffset now) => Store.Events.ClaimAsync(100, Lease, now, Token);
}
