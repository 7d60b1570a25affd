using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Tests;

public sealed class ResumeTests
{
    private static string Rows(int count) => Exporting.DossierHeader + "\n" + string.Concat(Enumerable.Range(1, count).Select(number => $"D{number};{Exporting.Insz};3/02/2026;\n"));

    [Fact]
    public async Task A_run_stopped_after_any_page_goes_on_there_and_loses_and_repeats_nothing()
    {
        using var export = Exporting.With(("pageSize", "3"));
        export.Put("dossiers.csv", "\uFEFF" + Rows(10).Replace("D5;", "\"D\n5\";", StringComparison.Ordinal));
        export.Put("leefloon.csv", $"beslissingsnummer;insz;toegekend_vanaf\r\nB1;{Exporting.Insz};3/02/2026\r\n\r\nB2;{Exporting.Insz};3/02/2026");
        var whole = await export.PullAsync();
        var expected = whole.SelectMany(page => page.Records).Select(record => (record.Id, record.Line)).ToList();

        for (var stop = 0; stop < whole.Count; stop++)
        {
            var rest = await export.PullAsync(whole[stop].Checkpoint);

            whole.Take(stop + 1).Concat(rest).SelectMany(page => page.Records).Select(record => (record.Id, record.Line)).ShouldBe(expected);
            rest.Select(page => page.Snapshot).ShouldBe(whole.Skip(stop + 1).Select(page => page.Snapshot));
        }
    }

    [Fact]
    public async Task A_file_that_changed_since_the_stop_is_read_anew()
    {
        using var export = Exporting.With(("pageSize", "3"));
        export.Put("dossiers.csv", Rows(5));
        var before = (await export.PullAsync())[0];
        export.Put("dossiers.csv", Rows(7));

        var after = await export.PullAsync(before.Checkpoint);

        after.Sum(page => page.Records.Count).ShouldBe(7);
        after[0].Snapshot!.Id.ShouldNotBe(before.Snapshot!.Id);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_not_brought_to_an_end()
    {
        using var export = Exporting.With(("pageSize", "3"));
        export.Put("dossiers.csv", Rows(7));
        var pages = new List<SourceBatch>();

        var failure = await Should.ThrowAsync<RetryLaterException>(async () =>
        {
            await foreach (var page in export.Source.PullAsync(null, TestContext.Current.CancellationToken))
            {
                pages.Add(page);
                export.Put("dossiers.csv", Rows(9));
            }
        });

        failure.Message.ShouldBe("dossiers.csv changed while it was read: it is read anew.");
        pages.ShouldHaveSingleItem().Snapshot!.IsLast.ShouldBeFalse();
        (await export.RecordsAsync(pages[0].Checkpoint)).Count.ShouldBe(9);
    }

    [Fact]
    public async Task Bad_rows_before_the_stop_still_prevent_withdrawals_after_it()
    {
        using var export = Exporting.With(("pageSize", "3"));
        export.Put("dossiers.csv", Rows(5).Replace("D1;", ";", StringComparison.Ordinal));
        var first = (await export.PullAsync())[0];

        (await export.PullAsync(first.Checkpoint)).ShouldHaveSingleItem().Snapshot!.IsLast.ShouldBeFalse();
    }

    [Fact]
    public async Task A_checkpoint_holds_no_number_of_a_record_and_stays_small()
    {
        using var export = Exporting.With(("pageSize", "3"));
        export.Put("dossiers.csv", Rows(5));

        foreach (var page in await export.PullAsync())
        {
            page.Checkpoint!.Value.ShouldNotContain("D4");
            page.Checkpoint.Value.Length.ShouldBeLessThan(300);
        }
    }
}
