using System.Text;
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
    public async Task The_same_rejected_bytes_are_one_quarantined_record_until_a_retry_resolves_it()
    {
        for (var i = 0; i < 2; i++)
            await Store.Journal.AppendAsync(Some.Page() with { Quarantined = [Some.Quarantined("q", "the bytes")] }, Token);

        var entry = (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldHaveSingleItem();
        (entry.Source, entry.RecordId, entry.Kind, entry.AdapterVersion, entry.QuarantinedAt).ShouldBe((Some.Source, "q", "leefloon", "0.1.0", Some.Now));
        Encoding.UTF8.GetString((await Store.Quarantine.OpenAsync(entry.Id, Token)).Span).ShouldBe("the bytes");
        (await Store.Quarantine.ListAsync("another", 10, Token)).ShouldBeEmpty();

        await Store.Quarantine.ResolveAsync(entry.Id, Some.Now, Token);
        (await Store.Quarantine.ListAsync(null, 10, Token)).ShouldBeEmpty();
        await Should.ThrowAsync<KeyNotFoundException>(() => Store.Quarantine.OpenAsync(entry.Id, Token));
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
