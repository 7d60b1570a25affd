using IntegrationHub.Contracts;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class AppendOnSqlite() : AppendTests(new SqliteTestDatabase());

public sealed class AppendOnPostgres(PostgresFixture server) : AppendTests(new PostgresTestDatabase(server));

public abstract class AppendTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task A_new_record_becomes_facts_with_everything_filled_in()
    {
        var result = await AppendAsync(Some.Record("r1", Some.Ended("anna")));

        result.IsDuplicate.ShouldBe([false]);
        result.Counts.ShouldBe(new(1, 1, 0, 0, 1, 0));
        result.Batches.ShouldBe(1);
        var fact = (await PublishedAsync()).ShouldHaveSingleItem().ShouldBeOfType<EmploymentEnded>();
        fact.Citizen.ShouldBe(await WhoAsync("anna"));
        (fact.Source, fact.RecordId, fact.FactKey, fact.Revision, fact.KnownAt).ShouldBe((Some.Source, "r1", "end", 1, Some.Now));
    }

    [Fact]
    public async Task The_same_version_again_is_a_duplicate_and_adds_nothing()
    {
        var record = Some.Record("r1", Some.Ended("anna"));
        await AppendAsync(record);

        var again = await AppendAsync(record);

        again.IsDuplicate.ShouldBe([true]);
        again.Counts.ShouldBe(new(1, 0, 1, 0, 0, 0));
        (await PublishedAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_version_of_which_more_may_be_stored_now_brings_what_was_left_out()
    {
        await AppendAsync(Some.Versioned("r1", 5));

        var again = await AppendAsync(Some.Versioned("r1", 5, Some.Ended("anna")) with { ContentHash = Keys.Hash("it names employment-ended now") });

        again.IsDuplicate.ShouldBe([false]);
        (await PublishedAsync()).ShouldHaveSingleItem().ShouldBeOfType<EmploymentEnded>().Revision.ShouldBe(2);
        (await AppendAsync(Some.Versioned("r1", 4) with { ContentHash = Keys.Hash("another") })).IsDuplicate.ShouldBe([true]);
    }

    [Fact]
    public async Task A_source_whose_place_is_forgotten_is_read_from_its_beginning()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Checkpoint = "page 1" }, Token);
        await Store.Journal.AppendAsync(Some.Page() with { Source = "other", Checkpoint = "page 9" }, Token);

        await Store.Journal.ForgetCheckpointAsync(Some.Source, Token);

        (await Store.Journal.CheckpointAsync(Some.Source, Token)).ShouldBeNull();
        (await Store.Journal.CheckpointAsync("other", Token)).ShouldBe("page 9");
    }

    [Fact]
    public async Task A_new_version_supersedes_the_old_and_withdraws_what_it_no_longer_holds()
    {
        await AppendAsync(Some.Record("r1", Some.Started("anna"), Some.Ended("anna")));
        await PublishedAsync();

        var result = await AppendAsync(Some.Record("r1", Some.Started("anna", "2026-02-01")));

        result.Withdrawn.ShouldBe(1);
        var facts = await PublishedAsync();
        facts.Count.ShouldBe(2);
        facts.OfType<EmploymentStarted>().Single().Revision.ShouldBe(2);
        var withdrawn = facts.OfType<FactWithdrawn>().Single();
        (withdrawn.Contract, withdrawn.FactKey, withdrawn.Revision).ShouldBe(("employment-ended", "end", 2));
        withdrawn.OccurredAt.ShouldBe(BelgianTime.StartOf(new DateOnly(2026, 11, 20)));
        withdrawn.Citizen.ShouldBe(await WhoAsync("anna"));
    }

    [Fact]
    public async Task An_unchanged_fact_of_a_changed_record_stays_known_since_the_first_time()
    {
        await AppendAsync(Some.Record("r1", Some.Started("anna"), Some.Ended("anna")));
        await PublishedAsync();

        await Store.Journal.AppendAsync(
            Some.Page(Some.Record("r1", Some.Started("anna"), Some.Ended("anna", "2026-11-25"))) with { KnownAt = Some.Now.AddHours(5) }, Token);

        var facts = await PublishedAsync();
        facts.OfType<EmploymentStarted>().Single().KnownAt.ShouldBe(Some.Now);
        facts.OfType<EmploymentEnded>().Single().KnownAt.ShouldBe(Some.Now.AddHours(5));
        facts.ShouldAllBe(fact => fact.Revision == 2);
    }

    [Fact]
    public async Task A_fact_that_moves_to_another_citizen_is_withdrawn_from_the_first()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));
        await PublishedAsync();

        await AppendAsync(Some.Record("r1", Some.Ended("bram")));

        var facts = await PublishedAsync();
        facts.OfType<EmploymentEnded>().Single().Citizen.ShouldBe(await WhoAsync("bram"));
        facts.OfType<FactWithdrawn>().Single().Citizen.ShouldBe(await WhoAsync("anna"));
    }

    [Fact]
    public async Task A_then_B_then_A_are_three_versions()
    {
        var a = Some.Record("r1", Some.Ended("anna", "2026-11-20"));
        var b = Some.Record("r1", Some.Ended("anna", "2026-11-21"));
        foreach (var version in new[] { a, b, a })
            (await AppendAsync(version)).IsDuplicate.ShouldBe([false]);

        (await PublishedAsync()).Select(fact => fact.Revision).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Of_versions_of_the_source_itself_an_older_one_is_a_duplicate_whatever_it_says()
    {
        (await AppendAsync(Some.Versioned("r1", 5, Some.Ended("anna")))).IsDuplicate.ShouldBe([false]);
        (await AppendAsync(Some.Versioned("r1", 4, Some.Ended("anna", "2026-10-01")))).IsDuplicate.ShouldBe([true]);
        (await AppendAsync(Some.Versioned("r1", 5, Some.Ended("anna", "2026-10-02")))).IsDuplicate.ShouldBe([true]);
        (await AppendAsync(Some.Versioned("r1", 6, Some.Ended("anna", "2026-10-03")))).IsDuplicate.ShouldBe([false]);

        (await PublishedAsync()).OfType<EmploymentEnded>().Select(fact => fact.EndedOn.Day).ShouldBe([20, 3]);
    }

    [Fact]
    public async Task The_same_record_twice_in_a_page_is_two_versions_in_order()
    {
        var result = await AppendAsync(
            Some.Record("r1", Some.Ended("anna", "2026-11-20")), Some.Record("r2", Some.Ended("bram")),
            Some.Record("r1", Some.Ended("anna", "2026-11-22")), Some.Record("r1", Some.Ended("anna", "2026-11-22")));

        result.IsDuplicate.ShouldBe([false, false, false, true]);
        var facts = (await PublishedAsync()).OfType<EmploymentEnded>().Where(fact => fact.RecordId == "r1").ToList();
        facts.Select(fact => (fact.Revision, fact.EndedOn.Day)).ShouldBe([(1, 20), (2, 22)]);
    }

    [Fact]
    public async Task Facts_are_cut_into_batches_of_one_contract_and_at_most_250_in_order()
    {
        await AppendAsync([.. Enumerable.Range(0, 600).Select(i => Some.Record($"r{i:D4}", Some.Started("anna"), Some.Ended("anna")))]);

        var batches = await Store.Journal.ClaimForPublishingAsync("host", 100, TimeSpan.FromMinutes(5), Some.Now, Token);

        batches.Select(batch => (batch.Contract, batch.Facts.Count)).ShouldBe([
            ("employment-started", 250), ("employment-started", 250), ("employment-started", 100), ("employment-ended", 250), ("employment-ended", 250), ("employment-ended", 100)]);
        batches.Take(3).SelectMany(Read).Select(fact => fact.RecordId).ShouldBe(Enumerable.Range(0, 600).Select(i => $"r{i:D4}"));
        batches.ShouldAllBe(batch => batch.Source == Some.Source);
    }

    [Fact]
    public async Task Facts_of_one_citizen_share_one_reference()
    {
        await AppendAsync(Some.Record("r1", Some.Ended("anna")), Some.Record("r2", Some.Ended("bram")));
        await AppendAsync(Some.Record("r3", Some.Started("anna")), Some.Record("r4", Some.Started("carla")));

        var byRecord = (await PublishedAsync()).ToDictionary(fact => fact.RecordId, fact => fact.Citizen);
        byRecord["r1"].ShouldBe(byRecord["r3"]);
        byRecord.Values.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task A_household_names_its_members_by_reference()
    {
        await AppendAsync(Some.Record("h", Some.Household("anna", "anna", "bram")));

        var household = (await PublishedAsync()).ShouldHaveSingleItem().ShouldBeOfType<HouseholdChanged>();
        household.Members.Select(member => member.Citizen).ShouldBe([await WhoAsync("anna"), await WhoAsync("bram")]);
    }

    [Fact]
    public async Task A_record_without_facts_is_remembered_and_may_get_them_later()
    {
        await AppendAsync(Some.Record("r1"));
        (await AppendAsync(Some.Record("r1"))).IsDuplicate.ShouldBe([true]);
        (await AppendAsync(Some.Record("r1", Some.Ended("anna")))).IsDuplicate.ShouldBe([false]);
        (await PublishedAsync()).ShouldHaveSingleItem().Revision.ShouldBe(2);
    }

    [Fact]
    public async Task The_checkpoint_is_stored_with_the_page_and_kept_by_a_page_without_one()
    {
        (await Store.Journal.CheckpointAsync(Some.Source, Token)).ShouldBeNull();
        await Store.Journal.AppendAsync(Some.Page() with { Checkpoint = "page 1" }, Token);
        await Store.Journal.AppendAsync(Some.Page() with { Checkpoint = "page 2" }, Token);
        await Store.Journal.AppendAsync(Some.Page(), Token);
        (await Store.Journal.CheckpointAsync(Some.Source, Token)).ShouldBe("page 2");
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_page_leaves_nothing()
    {

        // Its contract throws when the references are swapped in: after citizens and records were written.
        var bad = Some.Record("r2", Some.Household("bram", "anna") with { Others = [] });

        await Should.ThrowAsync<ArgumentException>(() => Store.Journal.AppendAsync(
            Some.Page(Some.Record("r1", Some.Ended("anna")), bad) with { Checkpoint = "page 1", Quarantined = [Some.Quarantined("q")] }, Token));

        (await Store.Operations.TotalsAsync(Token)).ShouldBe(new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        (await Store.Journal.CheckpointAsync(Some.Source, Token)).ShouldBeNull();
        (await AppendAsync(Some.Record("r1", Some.Ended("anna")))).IsDuplicate.ShouldBe([false]);
    }

    [Fact]
    public async Task Counts_add_up_over_pages()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Quarantined = [Some.Quarantined("q")], Minimised = 3 }, Token);
        await AppendAsync(Some.Record("r1", Some.Ended("anna")));

        (await Store.Operations.SourcesAsync(Token)).ShouldHaveSingleItem().AllCounts.ShouldBe(new(3, 1, 1, 1, 1, 3));
    }

}
