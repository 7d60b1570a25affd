using IntegrationHub.Contracts;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Detection;

public sealed class DetectOnSqlite() : DetectTests(new SqliteTestDatabase());

public sealed class DetectOnPostgres(PostgresFixture server) : DetectTests(new PostgresTestDatabase(server));

public abstract class DetectTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task A_batch_is_detected_once_however_often_it_arrives()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        CitizenRef[] citizens = [await WhoAsync("anna")];

        (await Store.Detection.DetectAsync(batch.Id, citizens, input => Outcomes.Detect(input, Some.Now), Some.Now, Token)).ShouldBeTrue();
        (await Store.Detection.DetectAsync(batch.Id, citizens, _ => throw new InvalidOperationException("called"), Some.Now, Token)).ShouldBeFalse();
        (await Store.Detection.DetectAsync(null, citizens, input => Outcomes.Detect(input, Some.Now), Some.Now, Token)).ShouldBeTrue();

        var totals = await Store.Operations.TotalsAsync(Token);
        (totals.Moments, totals.Signals, totals.Pending, totals.BatchesUnprocessed).ShouldBe((1, 1, 1, 0));
    }

    [Fact]
    public async Task When_detection_throws_nothing_is_stored_and_the_batch_waits()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        await Should.ThrowAsync<InvalidOperationException>(() => Store.Detection.DetectAsync(
            batch.Id, [], _ => throw new InvalidOperationException("broken rule"), Some.Now, Token));
        (await Store.Detection.CountFailureAsync(batch.Id, Token)).ShouldBe(1);
        (await Store.Detection.CountFailureAsync(batch.Id, Token)).ShouldBe(2);
        (await Store.Journal.CountUnprocessedAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task The_input_holds_every_version_of_the_facts_and_the_stored_moments()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-19")));
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-11-20")));
        var anna = await WhoAsync("anna");
        await DetectAsync(anna);

        var input = await SeenAsync(anna);

        input.Citizens.ShouldBe([anna]);
        input.Facts[anna].Select(fact => fact.Revision).Order().ShouldBe([1, 2]);
        var moment = input.Moments[anna].ShouldHaveSingleItem();
        (moment.IsWithdrawn, moment.Moment.Rule, moment.Moment.AnchorContract).ShouldBe((false, "ontslag", "employment-ended"));
        moment.Moment.Anchor.ShouldBe(new FactIdentity(Some.Source, "r1", "end"));
        moment.Moment.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2026, 11, 20)));
        moment.Moment.KnownAt.ShouldBe(Some.Now);
    }

    [Fact]
    public async Task A_household_brings_the_mates_of_now_and_before_to_the_evaluation()
    {
        await AppendAsync(Some.Record("bram", Some.Ended("bram")), Some.Record("carla", Some.Ended("carla")), Some.Record("dora", Some.Ended("dora")), Some.Record("h2", Some.Household("dora", "dora", "bram")));
        await AppendAsync(Some.Record("h", Some.Household("anna", "anna", "bram")));
        await AppendAsync(Some.Record("h", Some.Household("anna", "anna", "carla")));
        var (anna, bram, carla, dora) = (await WhoAsync("anna"), await WhoAsync("bram"), await WhoAsync("carla"), await WhoAsync("dora"));

        var input = await SeenAsync(anna);

        input.Citizens.ShouldBe(new[] { anna, bram, carla, dora }.Order());
        input.Facts[anna].OfType<HouseholdChanged>().Count().ShouldBe(2);
        input.Facts[carla].ShouldHaveSingleItem();
        // Whether Dora still lives with Bram depends on what is said of Anna.
        input.Facts[dora].OfType<EmploymentEnded>().ShouldHaveSingleItem();
        input.Facts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Of_who_is_further_away_only_what_says_with_whom_a_mate_lives_comes_along()
    {
        await AppendAsync(Some.Record("h1", Some.Household("anna", "anna", "bram")), Some.Record("h2", Some.Household("bram", "bram", "carla")));
        await AppendAsync(Some.Record("h3", Some.Household("dora", "dora", "carla")), Some.Record("h4", Some.Household("eva", "eva", "dora")), Some.Record("eva", Some.Ended("eva")));
        var (anna, bram, carla, eva) = (await WhoAsync("anna"), await WhoAsync("bram"), await WhoAsync("carla"), await WhoAsync("eva"));

        var input = await SeenAsync(anna);

        input.Citizens.ShouldBe(new[] { anna, bram, carla }.Order());
        input.Facts[eva].ShouldHaveSingleItem().ShouldBeOfType<HouseholdChanged>();
    }

    [Fact]
    public async Task A_recheck_is_planned_moved_kept_and_removed()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna", "2026-12-01")));
        var anna = await WhoAsync("anna");
        await DetectAsync(anna);
        var due = BelgianTime.StartOf(new DateOnly(2026, 12, 1));
        (await Store.Detection.DueRechecksAsync(due.AddSeconds(-1), 10, Token)).ShouldBeEmpty();
        (await Store.Detection.DueRechecksAsync(due, 10, Token)).ShouldBe([anna]);

        await SeenAsync(anna);

        await Store.Detection.DetectAsync(null, [anna], input => Outcomes.Detect(input, due), due, Token);
        (await Store.Operations.TotalsAsync(Token)).Moments.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_is_split_into_batches_of_one_fact()
    {
        await AppendAsync(Some.Record("r1", Some.Household("anna", "anna", "bram")), Some.Record("r2", Some.Household("carla", "carla")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();

        await Store.Detection.SplitAsync(batch.Id, Token);
        await Store.Detection.SplitAsync(batch.Id, Token);

        var parts = await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token);
        parts.Select(part => Read(part).Single().RecordId).ShouldBe(["r1", "r2"]);
        (await Store.Operations.TotalsAsync(Token)).Facts.ShouldBe(2);
        (await SeenAsync(await WhoAsync("anna"))).Citizens.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_quarantined_batch_leaves_the_timeline_and_rests_in_quarantine()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        await AppendAsync(Some.Record("r2", Some.Started("anna")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token))[0];

        await Store.Detection.QuarantineBatchAsync(batch.Id, "a fact that the rules can evaluate", Some.Now, Token);

        (await SeenAsync(await WhoAsync("anna"))).Facts.Values.Single().ShouldHaveSingleItem().ShouldBeOfType<EmploymentStarted>();
        var entry = (await Store.Quarantine.ListAsync(new(Source: Some.Source), 10, Token)).ShouldHaveSingleItem();
        (entry.RecordId, entry.Kind).ShouldBe(("r1", "fact/employment-ended"));
        FactContract.Deserialize("employment-ended", (await Store.Quarantine.OpenAsync(entry.Id, Token)).Span).RecordId.ShouldBe("r1");
        (await Store.Journal.CountUnprocessedAsync(Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_quarantined_household_comes_back_whole_when_it_is_tried_again()
    {
        await AppendAsync(Some.Record("h", Some.Household("anna", "anna", "bram")));
        var batch = (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).Single();
        await Store.Detection.QuarantineBatchAsync(batch.Id, "a fact that the rules can evaluate", Some.Now, Token);
        (await SeenAsync(await WhoAsync("anna"))).Citizens.Count.ShouldBe(1);

        (await Store.Quarantine.ReinstateAsync([1], Some.Now, Token)).ShouldBe(1);

        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldBeEmpty();
        (await SeenAsync(await WhoAsync("anna"))).Citizens.Count.ShouldBe(2);
        (await Store.Journal.ClaimForPublishingAsync("host", 10, TimeSpan.FromMinutes(5), Some.Now, Token)).ShouldHaveSingleItem().Id.ShouldBe(batch.Id);
    }

    private Task<bool> DetectAsync(params CitizenRef[] citizens) =>
        Store.Detection.DetectAsync(null, citizens, input => Outcomes.Detect(input, Some.Now), Some.Now, Token);
}
