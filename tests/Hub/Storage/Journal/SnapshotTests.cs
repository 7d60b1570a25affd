using IntegrationHub.Contracts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Tests.Databases;
using IntegrationHub.Storage.Tests.Given;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Storage.Tests.Journal;

public sealed class SnapshotOnSqlite() : SnapshotTests(new SqliteTestDatabase());

public sealed class SnapshotOnPostgres(PostgresFixture server) : SnapshotTests(new PostgresTestDatabase(server));

public abstract class SnapshotTests(TestDatabase database) : StoreTests(database)
{
    private static readonly JournalRecord Anna = Some.Record("anna", Some.Ended("anna"));
    private static readonly JournalRecord Bram = Some.Record("bram", Some.Ended("bram"));

    [Fact]
    public async Task A_record_that_the_next_export_does_not_hold_is_withdrawn_at_its_end()
    {
        await ExportAsync("1", true, Anna, Bram);
        await PublishedAsync();

        (await ExportAsync("2", false, Anna)).Withdrawn.ShouldBe(0);
        var end = await ExportAsync("2", true);

        end.Withdrawn.ShouldBe(1);
        var withdrawn = (await PublishedAsync()).ShouldHaveSingleItem().ShouldBeOfType<FactWithdrawn>();
        (withdrawn.RecordId, withdrawn.Revision, withdrawn.Contract).ShouldBe(("bram", 2, "employment-ended"));
    }

    [Fact]
    public async Task A_record_that_reappears_is_a_new_version_although_it_says_the_same()
    {
        await ExportAsync("1", true, Anna, Bram);
        await ExportAsync("2", true, Anna);
        await PublishedAsync();

        (await ExportAsync("3", true, Anna, Bram)).IsDuplicate.ShouldBe([true, false]);

        (await PublishedAsync()).ShouldHaveSingleItem().ShouldBeOfType<EmploymentEnded>().Revision.ShouldBe(3);
        (await ExportAsync("4", true, Anna)).Withdrawn.ShouldBe(1);
        (await ExportAsync("5", true, Anna)).Withdrawn.ShouldBe(0);
    }

    [Fact]
    public async Task A_record_that_was_quarantined_in_the_export_has_not_vanished()
    {
        await ExportAsync("1", true, Anna, Bram);

        var end = await Store.Journal.AppendAsync(
            Some.Page(Anna) with { Snapshot = new JournalSnapshot("files", "2", true), Quarantined = [Some.Quarantined("bram")] }, Token);

        end.Withdrawn.ShouldBe(0);
    }

    [Fact]
    public async Task Another_scope_and_records_outside_any_export_are_left_alone()
    {
        await AppendAsync(Some.Record("loose", Some.Ended("carla")));
        await ExportAsync("1", true, Anna);
        var other = Some.Page(Bram) with { Snapshot = new JournalSnapshot("benefits", "1", true) };
        (await Store.Journal.AppendAsync(other, Token)).Withdrawn.ShouldBe(0);
        (await Store.Journal.AppendAsync(other with { Source = "another-source" }, Token)).Withdrawn.ShouldBe(0);
    }

    [Fact]
    public async Task An_export_without_records_withdraws_thousands()
    {
        await ExportAsync("1", true, [.. Enumerable.Range(0, 4_500).Select(i => Some.Record($"r{i}", Some.Ended($"citizen {i % 50}")))]);
        (await ExportAsync("2", true)).Withdrawn.ShouldBe(4_500);
    }

    private Task<AppendResult> ExportAsync(string id, bool isLast, params JournalRecord[] records) =>
        Store.Journal.AppendAsync(Some.Page(records) with { Snapshot = new JournalSnapshot("files", id, isLast) }, Token);
}
