using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class SnapshotTests
{
    private static string Rows(params int[] numbers) => Exporting.DossierHeader + "\n" + string.Concat(numbers.Select(number => $"D{number};{Exporting.Insz};3/02/2026;\n"));

    [Fact]
    public async Task A_complete_export_is_one_snapshot_that_ends_on_its_last_page()
    {
        using var export = Exporting.With(("pageSize", "2"));
        export.Put("dossiers.csv", Rows(1, 2, 3, 4));

        var pages = await export.PullAsync();

        pages.Select(page => page.Records.Count).ShouldBe([2, 2]);
        pages.Select(page => page.Snapshot!.IsLast).ShouldBe([false, true]);
        pages.Select(page => page.Snapshot!.Scope).Distinct().ShouldBe(["dossiers"]);
        pages.Select(page => page.Snapshot!.Id).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_newest_file_by_name_is_read_and_an_unchanged_one_never_again()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", Rows(1));
        export.Put("dossiers-2026-09.csv", Rows(2));
        export.Put("dossiers-2026-10.csv", Rows(3));

        var pages = await export.PullAsync();

        pages.ShouldHaveSingleItem().Records.ShouldHaveSingleItem().Id.ShouldBe("dossiers:D3");
        (await export.PullAsync(pages[0].Checkpoint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_changed_or_newer_file_is_another_snapshot()
    {
        using var export = new Exporting();
        export.Put("dossiers-1.csv", Rows(1));
        var first = (await export.PullAsync()).Single();
        export.Put("dossiers-1.csv", Rows(1, 2));
        var second = (await export.PullAsync(first.Checkpoint)).Single();
        export.Put("dossiers-2.csv", Rows(1, 2));
        var third = (await export.PullAsync(second.Checkpoint)).Single();

        new[] { first, second, third }.Select(page => page.Snapshot!.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task An_older_export_does_not_come_back_when_the_newest_is_taken_away()
    {
        using var export = new Exporting();
        export.Put("dossiers-1.csv", Rows(1));
        var newest = export.Put("dossiers-2.csv", Rows(2));
        File.SetLastWriteTimeUtc(newest, DateTime.UtcNow.AddMinutes(1));
        var first = (await export.PullAsync()).Single();
        File.Delete(newest);

        (await export.PullAsync(first.Checkpoint)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Verhaeghe;85673003360;3/02/2026;\n")]
    [InlineData("\"D2;85673003360;3/02/2026;\n")]
    [InlineData("D2;8567")]
    public async Task Nothing_is_withdrawn_while_a_row_may_be_any_record(string broken)
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", Rows(1) + broken);

        (await export.PullAsync()).ShouldHaveSingleItem().Snapshot!.IsLast.ShouldBeFalse();
    }

    [Fact]
    public async Task A_broken_row_that_is_known_by_its_number_does_not_stop_withdrawals()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", Rows(1) + "D2;x;y;\n");

        (await export.PullAsync()).ShouldHaveSingleItem().Snapshot!.IsLast.ShouldBeTrue();
    }

    [Fact]
    public async Task An_option_that_changes_what_rows_mean_makes_the_file_be_read_again()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", Rows(1));
        var first = (await export.PullAsync()).Single();
        using var renamed = new Exporting(new Dictionary<string, string?> { ["partner"] = "ocmw-brugge" }, folder: export.Folder);

        (await renamed.PullAsync(first.Checkpoint)).ShouldHaveSingleItem().Snapshot!.Id.ShouldNotBe(first.Snapshot!.Id);
    }

    [Fact]
    public async Task Additions_are_each_read_once_in_the_order_of_their_names_without_a_snapshot()
    {
        using var export = Exporting.With(("exports", "additions"));
        export.Put("dossiers-2.csv", Rows(2));
        export.Put("dossiers-1.csv", Rows(1));
        var first = await export.PullAsync();
        export.Put("dossiers-3.csv", Rows(3));
        var second = await export.PullAsync(first[^1].Checkpoint);
        export.Put("dossiers-3.csv", Rows(3, 4));
        var third = await export.PullAsync(second[^1].Checkpoint);

        first.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["dossiers:D1", "dossiers:D2"]);
        second.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["dossiers:D3"]);
        third.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["dossiers:D3", "dossiers:D4"]);
        first.Concat(second).Concat(third).ShouldAllBe(page => page.Snapshot == null);
        (await export.PullAsync(third[^1].Checkpoint)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dossiers-9.csv", "dossiers-10.csv")]
    [InlineData("dossiers 30-11-2026.csv", "dossiers 01-12-2026.csv")]
    [InlineData("dossiers-2.csv", "dossiers-1.csv")]
    public async Task An_addition_is_read_whatever_its_name_and_none_is_read_twice(string first, string second)
    {
        using var export = Exporting.With(("exports", "additions"));
        export.Put(first, Rows(1));
        var read = await export.PullAsync();
        export.Put(second, Rows(2));
        File.SetLastWriteTimeUtc(Path.Combine(export.Folder, second), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var late = await export.PullAsync(read[^1].Checkpoint);

        late.SelectMany(page => page.Records).Select(record => record.Id).ShouldBe(["dossiers:D2"]);
        (await export.PullAsync(late[^1].Checkpoint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Additions_that_are_taken_away_are_forgotten()
    {
        using var export = Exporting.With(("exports", "additions"));
        export.Put("dossiers-1.csv", Rows(1));
        export.Put("dossiers-2.csv", Rows(2));
        var two = (await export.PullAsync())[^1].Checkpoint!;
        File.Delete(Path.Combine(export.Folder, "dossiers-1.csv"));
        File.Delete(Path.Combine(export.Folder, "dossiers-2.csv"));
        export.Put("dossiers-3.csv", Rows(3));

        (await export.PullAsync(two)).ShouldHaveSingleItem().Checkpoint!.Value.Length.ShouldBeLessThan(two.Value.Length);
    }

    [Fact]
    public async Task More_additions_than_are_remembered_are_not_read_until_some_are_moved_away()
    {
        using var export = Exporting.With(("exports", "additions"));
        for (var number = 0; number <= 5_000; number++)
            await File.WriteAllBytesAsync(Path.Combine(export.Folder, $"dossiers-{number}.csv"), [], TestContext.Current.CancellationToken);

        (await Should.ThrowAsync<PermanentFailureException>(() => export.PullAsync())).Message.ShouldEndWith("holds 5001 files, more than the 5000 that are remembered one by one: move files that were read to another folder.");
        (await export.Check.CheckAsync(TestContext.Current.CancellationToken)).IsReachable.ShouldBeFalse();
        File.Delete(Path.Combine(export.Folder, "dossiers-7.csv"));
        var checkpoint = (await export.PullAsync())[^1].Checkpoint!;
        checkpoint.Value.Length.ShouldBeLessThan(64_000);
        (await export.PullAsync(checkpoint)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_check_tells_of_a_complete_export_that_is_newer_than_the_one_whose_name_comes_last()
    {
        using var export = new Exporting();
        export.Put("dossiers 30-11-2026.csv", Rows(1));
        export.Put("dossiers 01-12-2026.csv", Rows(2));
        File.SetLastWriteTimeUtc(Path.Combine(export.Folder, "dossiers 30-11-2026.csv"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await export.Check.CheckAsync(TestContext.Current.CancellationToken)).Detail.ShouldContain(
            "dossiers 01-12-2026.csv was changed later than dossiers 30-11-2026.csv, which is read because its name comes last: put the date in names as 2026-11-20, or take away the file that is not the newest.");
    }

    [Fact]
    public async Task Of_complete_exports_the_tenth_comes_after_the_ninth()
    {
        using var export = new Exporting();
        export.Put("dossiers-10.csv", Rows(10));
        export.Put("dossiers-9.csv", Rows(9));

        (await export.PullAsync()).ShouldHaveSingleItem().Records.ShouldHaveSingleItem().Id.ShouldBe("dossiers:D10");
    }

    [Fact]
    public async Task A_checkpoint_of_something_else_is_a_permanent_failure()
    {
        using var export = new Exporting();
        export.Put("dossiers.csv", Rows(1));

        await Should.ThrowAsync<PermanentFailureException>(() => export.PullAsync(new Checkpoint("17")));
    }
}
