using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Storage.Delivery;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Loads;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Upgrades;

public sealed class UpgradeOfSqlite() : UpgradeTests(new SqliteTestDatabase(), "Sqlite");

public sealed class UpgradeOfPostgres(PostgresFixture server) : UpgradeTests(new PostgresTestDatabase(server), "Postgres");

/// <summary>A hub that starts on the database of the hub before it: what was there is told, delivered, withdrawn and evaluated as if it had always been written so.</summary>
public abstract class UpgradeTests(TestDatabase database, string scripts) : IAsyncLifetime
{
    private static readonly Disclosure Shown = new(["name"], "B 1", "202");
    private IHubStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await database.CreateAsync(Token);
        await new StoreOfBefore(database, scripts).WriteAsync(Token);
        store = database.Open();
        await store.MigrateAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Signals_and_what_became_of_them_read_as_before()
    {
        var listed = (await store.Deliveries.ListAsync(10, Token)).ToDictionary(signal => signal.Id);
        var story = (await store.Deliveries.ReadAsync(StoreOfBefore.Open, Token))!;

        listed.Count.ShouldBe(3);
        Told(listed[StoreOfBefore.Open]).ShouldBe("caw-ov issued pending, ocmw-gent issued delivered");
        Told(listed[StoreOfBefore.Withdrawn]).ShouldBe("ocmw-gent issued delivered, ocmw-gent withdrawn pending");
        Told(listed[StoreOfBefore.Refused]).ShouldBe("caw-ov issued refused");
        listed.Values.Where(signal => !signal.IsWithdrawn).ShouldHaveSingleItem().Id.ShouldBe(StoreOfBefore.Open);
        var moment = story.Moments.ShouldHaveSingleItem();
        (moment.Stored.Moment.Code, moment.Stored.Moment.CountsAt, moment.Stored.SignalId).ShouldBe(("ontslag", BelgianTime.StartOf(new DateOnly(2026, 11, 19)).ToUniversalTime(), StoreOfBefore.Open));
        moment.Stored.Chosen.Select(one => one.Partner).ShouldBe(["caw-ov", "ocmw-gent"], ignoreOrder: true);
        story.ExpiresAt.ShouldBeGreaterThan(Some.Now);
        (await store.Deliveries.ReadAsync(StoreOfBefore.Refused, Token))!.Moments.ShouldHaveSingleItem().Stored.IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public async Task What_waited_is_delivered()
    {
        var due = await ClaimAsync();

        due.Select(delivery => (delivery.SignalId, delivery.Recipient, delivery.Kind)).ShouldBe(
            [(StoreOfBefore.Open, "caw-ov", TellingKind.Issued), (StoreOfBefore.Withdrawn, "ocmw-gent", TellingKind.Withdrawn)], ignoreOrder: true);
        due.Single(delivery => !delivery.IsWithdrawal).Seen.ShouldHaveSingleItem().Moment.Citizen.Value.ShouldBe(StoreOfBefore.Anna);
        foreach (var delivery in due)
            await store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);
        (await ClaimAsync()).ShouldBeEmpty();
        (await store.Deliveries.ListAsync(10, Token)).SelectMany(signal => signal.Deliveries).ShouldAllBe(delivery => delivery.State == "delivered" || delivery.State == "refused");
    }

    [Fact]
    public async Task Evaluated_again_nothing_is_told_twice_and_a_correction_reaches_who_has_the_signal()
    {
        await DeliverAsync();

        await DetectAsync();
        await DetectAsync();
        (await ClaimAsync()).ShouldBeEmpty();
        (await store.Deliveries.ReadAsync(StoreOfBefore.Open, Token))!.Moments.ShouldHaveSingleItem().Stored.Moment.Grounds.ShouldHaveSingleItem().Fact.RecordId.ShouldBe("r1");

        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-18")));
        await DetectAsync();
        (await ClaimAsync()).Select(delivery => (delivery.SignalId, delivery.Recipient, delivery.Kind)).ShouldBe(
            [(StoreOfBefore.Open, "caw-ov", TellingKind.Updated), (StoreOfBefore.Open, "ocmw-gent", TellingKind.Updated)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_loses_its_ground_is_withdrawn_where_it_went_and_told_to_nobody_else()
    {
        await AppendAsync(Some.Record("r1"));
        await DetectAsync();

        (await ClaimAsync()).Select(delivery => (delivery.SignalId, delivery.Recipient, delivery.Kind)).ShouldBe(
            [(StoreOfBefore.Open, "ocmw-gent", TellingKind.Withdrawn), (StoreOfBefore.Withdrawn, "ocmw-gent", TellingKind.Withdrawn)], ignoreOrder: true);
        (await store.Deliveries.ListAsync(10, Token)).ShouldAllBe(signal => signal.IsWithdrawn);
    }

    [Fact]
    public async Task A_source_that_was_read_before_has_had_its_first_load()
    {
        var page = Some.Page(Some.Record("claim", Some.Evicted("anna"))) with { Guard = new LoadGuard(AsksFirst: true, null, 5) };
        (await store.Journal.AppendAsync(page, Token)).Opened.ShouldBeNull();
        await DetectAsync();

        (await store.Loads.QuestionsAsync(Token)).ShouldBeEmpty();
        (await store.Deliveries.ReadAsync(StoreOfBefore.Open, Token))!.Moments.Select(moment => moment.Stored.Moment.Code).ShouldBe(["ontslag", "uithuiszetting"]);
    }

    [Fact]
    public async Task The_same_records_read_again_are_known_and_starting_again_changes_nothing()
    {
        await store.MigrateAsync(Token);

        (await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-19")))).IsDuplicate.ShouldBe([true]);
        (await database.RowsAsync("SELECT max(version) FROM schema_version")).ShouldNotBe([$"{StoreOfBefore.Version}"]);
        (await database.RowsAsync("SELECT count(*) FROM rechecks")).ShouldBe(["1"]);
    }

    private static string Told(SignalOverview signal) => string.Join(", ", signal.Deliveries.Select(delivery => $"{delivery.Recipient} {delivery.Kind} {delivery.State}").Order(StringComparer.Ordinal));

    private Task<AppendResult> AppendAsync(params JournalRecord[] records) => store.Journal.AppendAsync(Some.Page(records), Token);

    private Task DetectAsync() => store.Detection.DetectAsync(null, [new CitizenRef(StoreOfBefore.Anna)], input => Gent.Decision.Decide(input, Some.Now), Some.Now, Token);

    private Task<IReadOnlyList<DueDelivery>> ClaimAsync() => store.Deliveries.ClaimDueAsync("host-a", Some.Now.AddHours(2), TimeSpan.FromMinutes(1), 20, [], Token);

    private async Task DeliverAsync()
    {
        foreach (var delivery in await ClaimAsync())
            await store.Deliveries.CompleteAsync(delivery, Shown, Some.Now, Token);
    }
}
