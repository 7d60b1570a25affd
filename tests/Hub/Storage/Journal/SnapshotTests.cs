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

    [Fact]
    public async Task An_export_that_lost_too_much_withdraws_nothing_until_the_loss_is_accepted()
    {
        await ExportAsync("1", true, Twenty);
        await PublishedAsync();

        var end = await LimitedAsync("2", true, Twenty[..15]);

        (end.Withdrawn, end.Loss).ShouldBe((0, new SnapshotLoss("files", 5, 20, IsHeld: true)));
        (await PublishedAsync()).ShouldBeEmpty();
        (await HeldAsync()).ShouldBe([new SnapshotLoss("files", 5, 20, IsHeld: true)]);

        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBe([new SnapshotLoss("files", 5, 20, IsHeld: false)]);
        (await PublishedAsync()).Select(fact => fact.ShouldBeOfType<FactWithdrawn>().RecordId).Order().ShouldBe(["r15", "r16", "r17", "r18", "r19"]);
        (await HeldAsync()).ShouldBeEmpty();
        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBeEmpty();
        (await LimitedAsync("3", true, Twenty[..15])).Loss.ShouldBeNull();
    }

    [Fact]
    public async Task A_whole_export_after_one_that_lost_too_much_changes_nothing()
    {
        await ExportAsync("1", true, Twenty);
        await LimitedAsync("2", true, Twenty[..2]);
        await PublishedAsync();

        var whole = await LimitedAsync("3", true, Twenty);

        (whole.Loss, whole.IsDuplicate.Count(one => one)).ShouldBe((null, 20));
        (await HeldAsync()).ShouldBeEmpty();
        (await PublishedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_export_that_lost_as_much_is_held_back_again()
    {
        await ExportAsync("1", true, Twenty);
        await LimitedAsync("2", true, Twenty[..10]);

        (await LimitedAsync("3", true, Twenty[..10])).Loss.ShouldBe(new SnapshotLoss("files", 10, 20, IsHeld: true));
    }

    [Fact]
    public async Task A_loss_cannot_be_accepted_while_the_next_export_is_read()
    {
        await ExportAsync("1", true, Twenty);
        await LimitedAsync("2", true, Twenty[..10]);
        await LimitedAsync("3", false, Twenty[..3]);

        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBeEmpty();
        (await LimitedAsync("3", true, Twenty[3..])).Loss.ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_of_a_record_of_an_earlier_export_leaves_what_is_held_back()
    {
        await ExportAsync("1", true, Twenty);
        await Store.Journal.AppendAsync(Some.Page() with { Snapshot = new JournalSnapshot("files", "1", false), Quarantined = [Some.Quarantined("anna")] }, Token);
        await LimitedAsync("2", true, Twenty[..15]);

        await Store.Journal.AppendAsync(Some.Page(Anna) with { Snapshot = new JournalSnapshot("files", "1", false), IsRetry = true }, Token);

        (await HeldAsync()).ShouldBe([new SnapshotLoss("files", 5, 20, IsHeld: true)]);
        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBe([new SnapshotLoss("files", 6, 21, IsHeld: false)]);
    }

    [Fact]
    public async Task A_loss_within_the_limit_or_of_few_records_is_withdrawn_at_once_and_told()
    {
        await ExportAsync("1", true, Twenty);
        (await LimitedAsync("2", true, Twenty[..16])).ShouldSatisfyAllConditions(end => end.Withdrawn.ShouldBe(4), end => end.Loss.ShouldBe(new SnapshotLoss("files", 4, 20, IsHeld: false)));

        var few = Some.Page(Anna, Bram) with { Snapshot = new JournalSnapshot("few", "1", true) };
        await Store.Journal.AppendAsync(few, Token);
        (await Store.Journal.AppendAsync(few with { Records = [Anna], Snapshot = new JournalSnapshot("few", "2", true), LargestLoss = 0.2 }, Token)).Withdrawn.ShouldBe(1);
    }

    [Fact]
    public async Task An_export_of_few_records_that_holds_none_of_them_is_held_back_too()
    {
        await ExportAsync("1", true, Twenty[..5]);

        (await LimitedAsync("2", true)).ShouldSatisfyAllConditions(end => end.Withdrawn.ShouldBe(0), end => end.Loss.ShouldBe(new SnapshotLoss("files", 5, 5, IsHeld: true)));
        (await LimitedAsync("3", false, Twenty[9..11])).Loss.ShouldBeNull();
        (await LimitedAsync("3", true, Twenty[11])).Loss.ShouldBe(new SnapshotLoss("files", 5, 8, IsHeld: true));

        (await LimitedAsync("4", false, Twenty[..5])).Loss.ShouldBeNull();
        (await LimitedAsync("4", true)).Withdrawn.ShouldBe(3);
        (await LimitedAsync("5", true)).Loss.ShouldBe(new SnapshotLoss("files", 5, 5, IsHeld: true));
        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBe([new SnapshotLoss("files", 5, 5, IsHeld: false)]);
    }

    [Fact]
    public async Task An_export_that_holds_none_of_the_known_is_held_back_on_every_day_that_it_comes_until_it_is_accepted()
    {
        await ExportAsync("1", true, Twenty[..5]);

        (await LimitedAsync("2", true, Twenty[10..13])).Loss.ShouldBe(new SnapshotLoss("files", 5, 8, IsHeld: true));
        (await LimitedAsync("3", true, Twenty[10..13])).Loss.ShouldBe(new SnapshotLoss("files", 5, 8, IsHeld: true));
        (await LimitedAsync("4", true, Twenty[11..13])).Loss.ShouldBe(new SnapshotLoss("files", 6, 8, IsHeld: true));

        (await Store.Journal.AcceptLossAsync(Some.Source, Some.Now, Token)).ShouldBe([new SnapshotLoss("files", 6, 8, IsHeld: false)]);
        (await LimitedAsync("5", true, Twenty[10..12])).ShouldSatisfyAllConditions(end => end.Withdrawn.ShouldBe(1), end => end.Loss.ShouldBe(new SnapshotLoss("files", 1, 3, IsHeld: false)));
    }

    [Fact]
    public async Task An_export_of_which_the_reading_never_ended_makes_nothing_known_for_the_next()
    {
        await ExportAsync("1", true, Twenty[..5]);
        await LimitedAsync("2", false, Twenty[10..13]);

        (await LimitedAsync("3", true, Twenty[10..13])).Loss.ShouldBe(new SnapshotLoss("files", 5, 8, IsHeld: true));
    }

    [Fact]
    public async Task A_record_that_an_export_gives_twice_is_not_known_by_that()
    {
        await ExportAsync("1", true, Twenty[..5]);

        (await LimitedAsync("2", true, Twenty[10], Twenty[10])).Loss.ShouldBe(new SnapshotLoss("files", 5, 6, IsHeld: true));
    }

    [Fact]
    public async Task What_only_an_export_brought_that_never_ended_is_withdrawn_unasked()
    {
        await LimitedAsync("1", false, Twenty[..5]);

        (await LimitedAsync("2", true, Twenty[..3])).Withdrawn.ShouldBe(2);
    }

    [Fact]
    public async Task What_comes_out_of_quarantine_meanwhile_says_nothing_of_the_export_it_came_with()
    {
        await ExportAsync("1", true, Twenty[0]);
        var unreadable = Some.Page() with { Snapshot = new JournalSnapshot("files", "2", false), Quarantined = [Some.Quarantined("anna")] };
        await Store.Journal.AppendAsync(unreadable, Token);

        (await Store.Journal.AppendAsync(unreadable with { Records = [Anna], Quarantined = [], IsRetry = true }, Token)).IsDuplicate.ShouldBe([false]);

        (await LimitedAsync("2", true)).Loss.ShouldBe(new SnapshotLoss("files", 1, 2, IsHeld: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_export_in_which_nothing_can_be_read_withdraws_nothing_however_few_were_known(int known)
    {
        await ExportAsync("1", true, Twenty[..known]);

        var unreadable = await Store.Journal.AppendAsync(
            Some.Page() with { Snapshot = new JournalSnapshot("files", "2", true), Quarantined = [Some.Quarantined(known == 1 ? "another" : "r00")], LargestLoss = 0.2 }, Token);

        unreadable.Withdrawn.ShouldBe(0);
        unreadable.Loss!.IsHeld.ShouldBeTrue();
    }

    [Fact]
    public async Task One_record_that_gave_way_to_another_is_withdrawn()
    {
        await LimitedAsync("1", true, Anna);

        (await LimitedAsync("2", true, Bram)).Withdrawn.ShouldBe(1);
    }

    private static JournalRecord[] Twenty => [.. Enumerable.Range(0, 20).Select(i => Some.Record($"r{i:00}", Some.Ended($"citizen {i}")))];

    private Task<AppendResult> LimitedAsync(string id, bool isLast, params JournalRecord[] records) =>
        Store.Journal.AppendAsync(Some.Page(records) with { Snapshot = new JournalSnapshot("files", id, isLast), LargestLoss = 0.2 }, Token);

    private async Task<IReadOnlyList<SnapshotLoss>> HeldAsync() => [.. (await Store.Operations.SourcesAsync(Token)).SelectMany(source => source.Held)];

    private Task<AppendResult> ExportAsync(string id, bool isLast, params JournalRecord[] records) =>
        Store.Journal.AppendAsync(Some.Page(records) with { Snapshot = new JournalSnapshot("files", id, isLast) }, Token);
}
