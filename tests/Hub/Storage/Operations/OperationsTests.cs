using System.Text;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Operations;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Operations;

public sealed class OperationsOnSqlite() : OperationsTests(new SqliteTestDatabase());

public sealed class OperationsOnPostgres(PostgresFixture server) : OperationsTests(new PostgresTestDatabase(server));

public abstract class OperationsTests(TestDatabase database) : StoreTests(database)
{
    [Fact]
    public async Task A_source_shows_its_last_run_its_counts_and_its_pause()
    {
        await Store.Operations.FinishRunAsync(await Store.Operations.StartRunAsync("a", "schedule", Some.Now, Token), "failed", "timeout", new(1, 1, 0, 0, 1, 0), Some.Now.AddSeconds(1), Token);
        var run = await Store.Operations.StartRunAsync("a", "now", Some.Now.AddHours(1), Token);
        await Store.Operations.PauseAsync("a", "maintenance", Some.Now.AddDays(1), Token);

        var source = (await Store.Operations.SourcesAsync(Token)).ShouldHaveSingleItem();
        (source.Source, source.LastStarted, source.LastFinished, source.LastResult).ShouldBe(("a", Some.Now.AddHours(1), null, null));
        (source.PausedBecause, source.ResumesAt).ShouldBe(("maintenance", Some.Now.AddDays(1)));

        await Store.Operations.FinishRunAsync(run, "done", null, new(5, 4, 1, 0, 4, 2), Some.Now.AddHours(2), Token);
        await Store.Operations.ResumeAsync("a", Token);
        source = (await Store.Operations.SourcesAsync(Token)).ShouldHaveSingleItem();
        (source.LastResult, source.LastCounts, source.PausedBecause, source.ResumesAt).ShouldBe(("done", new(5, 4, 1, 0, 4, 2), null, null));
    }

    [Fact]
    public async Task What_happened_since_a_time_is_counted_and_never_below_nothing()
    {
        await DetectAsync(Some.Record("r1", Some.Ended("anna")), Some.Now, "ocmw-gent");
        var found = await Store.Operations.ChangesSinceAsync(Some.Now, Token);
        (found.Facts, found.Moments, found.MomentsWithdrawn, found.Signals, found.Refused, found.Pending).ShouldBe((1, 1, 0, 1, 1, 1));
        found.Refusals.ShouldBe([new RefusalCount("No authorisation.", 1)]);

        await DetectAsync(Some.Record("r1"), Some.Now.AddHours(1));
        var lost = await Store.Operations.ChangesSinceAsync(Some.Now.AddHours(1), Token);
        (lost.Facts, lost.Moments, lost.MomentsWithdrawn, lost.Signals, lost.Refusals.Count).ShouldBe((1, 0, 1, 0, 0));

        await DetectAsync(Some.Record("r1", Some.Ended("anna")), Some.Now.AddHours(2));
        var again = await Store.Operations.ChangesSinceAsync(Some.Now.AddHours(2), Token);
        (again.Moments, again.MomentsWithdrawn, again.Signals).ShouldBe((1, 0, 1));
    }

    [Fact]
    public async Task A_source_remembers_and_forgets()
    {
        var key = Keys.Hash("registered");
        (await Store.Operations.ReadStateAsync("a", key, Token)).ShouldBeNull();
        await Store.Operations.WriteStateAsync("a", key, "yes", Token);
        await Store.Operations.WriteStateAsync("a", key, "no", Token);
        (await Store.Operations.ReadStateAsync("a", key, Token)).ShouldBe("no");
        (await Store.Operations.ReadStateAsync("b", key, Token)).ShouldBeNull();
        await Store.Operations.WriteStateAsync("a", key, null, Token);
        (await Store.Operations.ReadStateAsync("a", key, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_key_is_known_by_what_it_made_the_first_time()
    {
        (await Store.Operations.IsKnownKeyAsync("p1", [1, 2], Token)).ShouldBeTrue();
        (await Store.Operations.IsKnownKeyAsync("p1", [1, 2], Token)).ShouldBeTrue();
        (await Store.Operations.IsKnownKeyAsync("p1", [1, 3], Token)).ShouldBeFalse();
        (await Store.Operations.IsKnownKeyAsync("p2", [1, 3], Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_outside_an_export_leaves_the_record_in_it()
    {
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna"))) with { Snapshot = new JournalSnapshot("jobs", "monday", true) }, Token);
        await Store.Journal.AppendAsync(Some.Page(Some.Record("r1", Some.Ended("anna", "2026-11-19"))), Token);

        (await Store.Journal.AppendAsync(Some.Page() with { Snapshot = new JournalSnapshot("jobs", "tuesday", true) }, Token)).Withdrawn.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_rejected_bytes_are_one_quarantined_record_until_it_is_accepted()
    {
        for (var i = 0; i < 2; i++)
            await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("q", "the bytes")] }, Token);

        var entry = (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();
        (entry.Source, entry.RecordId, entry.Kind, entry.AdapterVersion, entry.QuarantinedAt).ShouldBe((Some.Source, "q", "leefloon", "0.1.0", Some.Now));
        Encoding.UTF8.GetString((await Store.Quarantine.OpenAsync(entry.Id, Token)).Span).ShouldBe("the bytes");
        (await Store.Quarantine.ListAsync(new(Source: "another"), 10, Token)).ShouldBeEmpty();

        await AppendAsync(Some.Record(entry.RecordId, Some.Ended("anna")));
        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldBeEmpty();
        await Should.ThrowAsync<KeyNotFoundException>(() => Store.Quarantine.OpenAsync(entry.Id, Token));
    }

    private async Task DetectAsync(JournalRecord record, DateTimeOffset now, params string[] refused)
    {
        await Store.Journal.AppendAsync(Some.Page(record) with { KnownAt = now }, Token);
        await Store.Detection.DetectAsync(null, [await WhoAsync("anna")], input => Outcomes.Detect(input, now, ["ocmw-gent"], refused), now, Token);
    }

    [Fact]
    public async Task The_caseload_is_everyone_who_has_or_had_a_file_page_by_page()
    {
        await AppendAsync(
            Some.Record("a", Some.FileOpened("anna", "anna's insz")), Some.Record("b", Some.FileOpened("bram", "bram's insz"), Some.FileClosed("bram", "bram's insz")),
            Some.Record("c", Some.FileOpened("carla", "carla's insz")), Some.Record("d", Some.Ended("dora", name: "dora's insz")));

        var first = await Store.Caseload.PageAsync(null, 2, Some.Now, Token);
        var second = await Store.Caseload.PageAsync(first[^1].Citizen, 2, Some.Now, Token);

        first.Count.ShouldBe(2);
        first.Concat(second).Select(row => row.Citizen).ShouldBeInOrder();
        first.Concat(second).Select(row => (Encoding.UTF8.GetString(row.Person.Span), row.HasOpenFile)).Order().ShouldBe([
            ("anna's insz", true), ("bram's insz", false), ("carla's insz", true)]);
        (await Store.Caseload.PageAsync(second[^1].Citizen, 2, Some.Now, Token)).ShouldBeEmpty();
    }
}
